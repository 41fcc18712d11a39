package id.gaung.media;

import id.gaung.audit.Foundation;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Typed;
import id.gaung.media.UploadDao.Open;
import id.gaung.media.UploadDao.Stored;
import id.gaung.media.UploadDao.Upload;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * Files that come in parts and go on where they stopped, over restarts too; a file that has come
 * whole is judged, cleaned, and put into the library.
 */
public final class Uploads {

  /** Of the staff's own on their way at once. */
  static final int MOST_OPEN = 20;

  /** What a creator may send for one thing, what is on its way counted. */
  static final int MOST_FOR_A_THING = 8;

  /** After so long without a new part the rest is not waited for. */
  static final Duration WAITED_FOR = Duration.ofDays(1);

  /** Stays free whatever comes: the database needs room too. */
  private static final long RESERVE = 512L << 20;

  private final Foundation on;
  private final MediaIntake intake;
  private final UploadStore store;
  private final UploadDao dao;
  private final long mostBytes;
  private final LongSupplier free;

  /**
   * @param mostBytes of one file
   * @param free how many bytes may still be written to the disk
   */
  Uploads(Foundation on, MediaIntake intake, UploadStore store, long mostBytes, LongSupplier free) {
    this.on = on;
    this.intake = intake;
    this.store = store;
    this.dao = on.jdbi().onDemand(UploadDao.class);
    this.mostBytes = mostBytes;
    this.free = free;
  }

  long mostBytes() {
    return mostBytes;
  }

  /**
   * Writes an upload down.
   *
   * @param length of the whole file, in bytes; 0 or less if it is empty
   * @param name as the sender calls it
   * @throws Problem if it may not come: too large, too many, no room
   */
  UUID begin(Uploader by, long length, String name, String metadata) {
    if (length <= 0) {
      throw Problem.invalid("file", "field.file-empty");
    }
    if (length > mostBytes) {
      throw Problem.of(Problem.Kind.TOO_LARGE, "media.upload.too-large", megabytes(mostBytes));
    }
    return on.transactions()
        .call(
            () -> {
              dao.oneAtATime();
              Open open = dao.open(by.owner(), by.thing());
              if (open.own() >= MOST_OPEN) {
                throw Problem.tooMany(
                    Duration.ofMinutes(5), "media.upload.too-many", Integer.toString(MOST_OPEN));
              }
              by.thing().ifPresent(thing -> checkFew(thing, open, length));
              if (free.getAsLong() - open.allBytes() - length < RESERVE) {
                throw Problem.unavailable(Duration.ofMinutes(30), "media.upload.no-room");
              }
              Upload upload =
                  new Upload(
                      on.ids().next(),
                      by.owner(),
                      plain(name),
                      metadata,
                      length,
                      by.thing(),
                      now());
              dao.insert(upload);
              return upload.id();
            });
  }

  private void checkFew(UUID thing, Open open, long length) {
    Stored stored = dao.stored(thing);
    if (open.ofThing() + stored.files() >= MOST_FOR_A_THING) {
      throw Problem.tooMany(
          Duration.ofHours(1), "media.upload.too-many-here", Integer.toString(MOST_FOR_A_THING));
    }
    if (open.bytesOfThing() + stored.bytes() + length > 2 * mostBytes) {
      throw Problem.tooMany(
          Duration.ofHours(1), "media.upload.too-much-here", megabytes(2 * mostBytes));
    }
  }

  private static String megabytes(long bytes) {
    return Long.toString(bytes >> 20);
  }

  /** Without the folders that some systems write before it. */
  private static String plain(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String clean = Photos.shortened(Typed.name(last));
    return clean.isEmpty() ? "media" : clean;
  }

  /** What an upload became, where it has come whole. */
  Optional<UUID> finished(Uploader by, UUID id) {
    return dao.finished(id, by.actor().id());
  }

  /** How many bytes are kept of it. */
  long bytes(UUID item) {
    return dao.bytes(item);
  }

  /** Until when the next part of an upload is waited for. */
  Instant expiring() {
    return now().plus(WAITED_FOR);
  }

  /** The upload, where it is this sender's and on its way. */
  Optional<Upload> find(Uploader by, UUID id) {
    return dao.find(id, by.owner());
  }

  /** Whether all of it is there. */
  boolean isWhole(Upload upload) throws IOException {
    return store.offset(upload.id()) >= upload.length();
  }

  /**
   * Judges a file that has come whole, cleans it and puts it into the library. Interrupted at any
   * point it is done again when its sender comes back; done twice it makes one thing.
   *
   * @throws Problem of the field {@code file} or {@code photo}, if it is nothing that is taken; it
   *     is then removed
   */
  UUID finish(Uploader by, Upload upload) throws IOException {
    Path file = store.file(upload.id());
    try {
      Optional<UUID> done = finished(by, upload.id());
      UUID id = done.isPresent() ? done.get() : intake.take(by, upload, file);
      store.remove(upload.id());
      return id;
    } catch (Problem refused) {
      if (refused.kind() == Problem.Kind.INVALID) {
        store.remove(upload.id());
      }
      throw refused;
    }
  }

  /** Takes a file that came with a form, as one that came in parts. */
  UUID take(Uploader by, id.gaung.web.Upload file) {
    UUID id = begin(by, file.size(), file.name(), "");
    try {
      try (InputStream bytes = file.content().open()) {
        Files.copy(bytes, store.file(id));
      }
      return finish(by, find(by, id).orElseThrow(Problem::notFound));
    } catch (IOException unreadable) {
      throw Problem.of(Problem.Kind.MALFORMED, "problem.upload");
    }
  }

  /**
   * Ends uploads of which nothing has come for a day, and removes their files.
   *
   * @return how many were ended
   */
  int removeOld() {
    Instant before = now().minus(WAITED_FOR);
    List<UUID> over = dao.over(before);
    try {
      for (UUID id : over) {
        store.remove(id);
      }
      store.removeForgotten(before);
    } catch (IOException away) {
      throw new UncheckedIOException(away);
    }
    return over.size();
  }

  private Instant now() {
    return on.clock().instant();
  }
}
