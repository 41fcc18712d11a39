package id.gaung.media;

import static java.nio.charset.StandardCharsets.US_ASCII;

import id.gaung.audit.Change;
import id.gaung.audit.Foundation;
import id.gaung.media.LibraryDao.NewVideo;
import id.gaung.media.UploadDao.Upload;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Judges files by their bytes, cleans them and puts them into the library. */
final class MediaIntake {

  private static final Pattern FOLDER = Pattern.compile("(?:^|,)folder ([A-Za-z0-9+/=]+)");

  private final Foundation on;
  private final Photos photos;
  private final MediaStorage storage;
  private final LibraryDao library;

  MediaIntake(Foundation on, Photos photos, MediaStorage storage) {
    this.on = on;
    this.photos = photos;
    this.storage = storage;
    this.library = on.jdbi().onDemand(LibraryDao.class);
  }

  /**
   * Takes in a file that has come whole.
   *
   * @return the id under which the library has it
   * @throws id.gaung.kernel.Problem of the field {@code file} or {@code photo}, if it is nothing
   *     that is taken
   */
  UUID take(Uploader by, Upload upload, Path file) throws IOException {
    UUID id = stored(by, upload, file);
    if (by.thing().isEmpty()) {
      folder(upload.metadata()).ifPresent(folder -> library.file(id, folder));
    }
    return id;
  }

  /** The folder that was open when the upload began, as its metadata say (tus: name and Base64). */
  private static Optional<UUID> folder(String metadata) {
    Matcher named = FOLDER.matcher(metadata);
    try {
      return named.find()
          ? Optional.of(
              UUID.fromString(new String(Base64.getDecoder().decode(named.group(1)), US_ASCII)))
          : Optional.empty();
    } catch (IllegalArgumentException noId) {
      return Optional.empty();
    }
  }

  private UUID stored(Uploader by, Upload upload, Path file) throws IOException {
    boolean kept = by.thing().isEmpty();
    if (MediaJudge.medium(file).isPresent()) {
      try (InputStream bytes = Files.newInputStream(file)) {
        return photos
            .store(
                by.actor(),
                bytes,
                upload.name(),
                new Photos.Origin(by.thing(), Optional.of(upload.id()), kept))
            .id();
      }
    }
    VideoFacts facts;
    try (FileChannel video =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      facts = new VideoReader(video).read();
      new VideoStrip(video).strip();
    }
    String sha256 = MediaFolder.sha256(file);
    storage.put(sha256, file);
    NewVideo video = video(by, upload, facts, sha256, kept);
    return on.transactions()
        .call(
            () -> {
              library.insertVideo(video);
              on.audit()
                  .record(
                      Change.of(by.actor(), "photo.stored", "photo", video.id())
                          .with("sha256", sha256));
              return video.id();
            });
  }

  private NewVideo video(
      Uploader by, Upload upload, VideoFacts facts, String sha256, boolean kept) {
    return new NewVideo(
        on.ids().next(),
        sha256,
        facts.mimeType(),
        upload.length(),
        facts.width(),
        facts.height(),
        upload.name(),
        on.clock().instant(),
        by.actor().id(),
        by.thing(),
        by.actor().name(),
        kept,
        upload.id(),
        facts.duration().toMillis(),
        facts.videoCodec(),
        facts.audioCodec(),
        facts.rotation(),
        facts.frameRate());
  }
}
