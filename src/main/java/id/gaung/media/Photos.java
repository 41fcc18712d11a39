package id.gaung.media;

import id.gaung.audit.Change;
import id.gaung.audit.Foundation;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Problem;
import id.gaung.media.PhotoDao.PhotoVariant;
import id.gaung.media.PhotoStudio.MadePhoto;
import id.gaung.web.Upload;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The photo library. */
public final class Photos {

  /** What a creator may send in a day; a deliverable has some drafts of some photos each. */
  static final int MOST_OF_A_CREATOR = 60;

  /** Of those a creator sent for one thing and nothing shows: some tries are enough to choose. */
  static final int MOST_WAITING = 16;

  private static final Duration A_DAY = Duration.ofDays(1);
  private static final int LOOKED_AT = 500;

  /** What is shown now will mostly be shown in an hour; nobody waits for its removal. */
  private static final Duration LOOKED_AGAIN = Duration.ofHours(6);

  private static final Actor BY = Actor.system("media");

  private static final Logger LOG = LoggerFactory.getLogger(Photos.class);

  private final List<UnaryOperator<Set<UUID>>> uses = new CopyOnWriteArrayList<>();
  private final List<UnaryOperator<Set<UUID>>> open = new CopyOnWriteArrayList<>();
  private final Foundation on;
  private final MediaFolder folder;
  private final PhotoStudio studio;
  private final PhotoDao dao;

  Photos(Foundation on, MediaFolder folder) {
    this.on = on;
    this.folder = folder;
    this.studio = new PhotoStudio(folder);
    this.dao = on.jdbi().onDemand(PhotoDao.class);
  }

  /**
   * Takes a photo in: JPEG, PNG or WebP judged by its bytes, at most 24 MB and 120 megapixels. Kept
   * upright, in sRGB, without any metadata. Joins the caller's transaction, though better called
   * before it: decoding takes up to some seconds.
   *
   * @param originalName as the sender called it; judged by nobody
   * @throws Problem of the field {@code photo}, if it is none of these; TOO_MANY if too many are
   *     being taken in, or if a creator has sent too many within a day
   */
  public Photo store(Actor by, InputStream bytes, String originalName) {
    return store(by, bytes, originalName, Optional.empty());
  }

  /**
   * As {@link #store}, for the command that shows it: not yet that command, so one that is refused
   * may be sent again with its key, and what nothing shows is removed.
   */
  public Photo storeBeforehand(Actor by, InputStream bytes, String originalName) {
    return on.transactions().beforehand(() -> store(by, bytes, originalName));
  }

  /** As {@link #storeBeforehand(Actor, InputStream, String)}, of a file that came with a form. */
  public Photo storeBeforehand(Actor by, Upload file) {
    try (InputStream bytes = file.content().open()) {
      return storeBeforehand(by, bytes, file.name());
    } catch (IOException unreadable) {
      throw Problem.of(Problem.Kind.MALFORMED, "problem.upload");
    }
  }

  /**
   * As {@link #storeBeforehand(Actor, InputStream, String)}, for one thing of which nobody may keep
   * many photos in waiting.
   *
   * @param thing what will show it, such as a deliverable
   * @throws Problem TOO_MANY also if too many that came for the thing are shown nowhere
   */
  public Photo storeFor(UUID thing, Actor by, InputStream bytes, String originalName) {
    return on.transactions().beforehand(() -> store(by, bytes, originalName, Optional.of(thing)));
  }

  /** As {@link #storeFor}, unless a photo for that thing is there already. */
  public Photo storeOnce(UUID thing, Actor by, InputStream bytes, String originalName) {
    return find(dao.storedFor(thing)).values().stream()
        .findFirst()
        .orElseGet(() -> storeFor(thing, by, bytes, originalName));
  }

  private Photo store(Actor by, InputStream bytes, String originalName, Optional<UUID> thing) {
    boolean guest = by.kind() == Actor.Kind.CREATOR_LINK;
    checkFew(by, thing);
    MadePhoto made = studio.clean(bytes, guest);
    return on.transactions()
        .call(
            () -> {
              // Again, one after the other: many that came at once were all let through.
              by.id().filter(id -> guest).ifPresent(dao::oneAtATime);
              checkFew(by, thing);
              Photo photo =
                  new Photo(
                      on.ids().next(),
                      made.sha256(),
                      made.mimeType(),
                      made.bytes(),
                      made.width(),
                      made.height(),
                      shortened(originalName),
                      on.clock().instant());
              dao.insert(photo, by.id(), thing);
              on.audit()
                  .record(
                      Change.of(by, "photo.stored", "photo", photo.id())
                          .with("sha256", photo.sha256()));
              return photo;
            });
  }

  private void checkFew(Actor by, Optional<UUID> thing) {
    if (by.kind() != Actor.Kind.CREATOR_LINK) {
      return;
    }
    Instant since = on.clock().instant().minus(A_DAY);
    if (dao.storedBy(by.id().orElseThrow(), since) >= MOST_OF_A_CREATOR) {
      throw Problem.tooMany(
          Duration.ofHours(1), "media.too-many", Integer.toString(MOST_OF_A_CREATOR));
    }
    if (thing.isPresent() && unused(dao.storedFor(thing.get())).size() >= MOST_WAITING) {
      throw Problem.tooMany(
          Duration.ofHours(1), "media.too-many-waiting", Integer.toString(MOST_WAITING));
    }
  }

  private Set<UUID> unused(Collection<UUID> ids) {
    Set<UUID> unused = new HashSet<>(ids);
    uses.forEach(use -> unused.removeAll(use.apply(Set.copyOf(ids))));
    return unused;
  }

  /** Those of the photos that everybody can see, as a post that is out shows them. */
  public void shownToAllBy(UnaryOperator<Set<UUID>> published) {
    open.add(published);
  }

  /** Whether everybody can see it already. */
  boolean isPublic(UUID id) {
    return open.stream().anyMatch(shown -> !shown.apply(Set.of(id)).isEmpty());
  }

  /** A feature says which of some photos something of its own shows. */
  public void usedBy(UnaryOperator<Set<UUID>> used) {
    uses.add(used);
  }

  /**
   * Removes photos that nothing has shown since they came, a day ago or longer: those of drafts
   * that were refused, of forms that were given up. Looks at some each time, the longest
   * unlooked-at first.
   *
   * @return how many were removed
   */
  int removeUnused() {
    Instant now = on.clock().instant();
    List<UUID> looked = dao.oldest(now.minus(A_DAY), now.minus(LOOKED_AGAIN), LOOKED_AT);
    Set<UUID> unused = unused(looked);
    dao.lookedAt(looked, now);
    Set<String> files = new HashSet<>();
    int removed = 0;
    for (UUID id : unused) {
      removed += remove(id, files) ? 1 : 0;
    }
    files.stream()
        .filter(sha256 -> !dao.isKept(sha256))
        .forEach(sha256 -> folder.remove(sha256, now.minus(A_DAY)));
    if (removed > 0) {
      LOG.info("Removed {} photos that nothing shows", removed);
    }
    return removed;
  }

  private boolean remove(UUID id, Set<String> files) {
    try {
      files.addAll(
          on.transactions()
              .call(
                  () -> {
                    List<String> all = new ArrayList<>(dao.deleteVariants(id));
                    all.addAll(dao.delete(id));
                    on.audit().record(Change.of(BY, "photo.removed", "photo", id));
                    return all;
                  }));
      return true;
    } catch (JdbiException usedMeanwhile) {
      LOG.info("Photo {} stays", id, usedMeanwhile);
      return false;
    }
  }

  public Map<UUID, Photo> find(Collection<UUID> ids) {
    return ids.isEmpty()
        ? Map.of()
        : dao.find(ids).stream().collect(Collectors.toMap(Photo::id, Function.identity()));
  }

  public Optional<Photo> find(UUID id) {
    return Optional.ofNullable(find(List.of(id)).get(id));
  }

  /**
   * The photo made fit; made on first use and kept. Call it outside a transaction: it may take some
   * seconds.
   *
   * @throws Problem if there is no such photo, or it cannot be made small enough
   * @throws UncheckedIOException if its file cannot be reached
   */
  public FittedPhoto fit(UUID photoId, Fit fit) {
    FittedPhoto fitted = made(photoId, fit.key()).orElseGet(() -> make(photoId, fit));
    if (!Files.exists(fitted.path())) {
      throw new UncheckedIOException(new NoSuchFileException(fitted.path().toString()));
    }
    return fitted;
  }

  /** What has been made already, by {@link Fit#key()}. */
  Optional<FittedPhoto> made(UUID photoId, String fitKey) {
    return dao.variant(photoId, fitKey).map(this::fitted).filter(f -> Files.exists(f.path()));
  }

  private FittedPhoto make(UUID photoId, Fit fit) {
    Photo photo = find(photoId).orElseThrow(Problem::notFound);
    MadePhoto made = fitsAsItIs(photo, fit) ? photo.asMade() : studio.fit(photo, fit);
    PhotoVariant variant =
        new PhotoVariant(
            photoId,
            fit.key(),
            made.sha256(),
            made.mimeType(),
            made.bytes(),
            made.width(),
            made.height());
    dao.keepVariant(variant);
    return fitted(variant);
  }

  /** What is kept was made clean; encoding it once more would only lose quality and time. */
  private static boolean fitsAsItIs(Photo photo, Fit fit) {
    Canvas canvas = Canvas.of(photo.width(), photo.height(), fit, fit.maxWidth());
    return photo.mimeType().equals(fit.makes())
        && photo.bytes() <= fit.maxBytes()
        && canvas.width() == photo.width()
        && canvas.height() == photo.height();
  }

  private FittedPhoto fitted(PhotoVariant variant) {
    Path path = folder.of(variant.sha256());
    return new FittedPhoto(
        variant.mimeType(),
        variant.bytes(),
        variant.width(),
        variant.height(),
        variant.sha256(),
        path);
  }

  private static String shortened(String name) {
    String clean = name.replaceAll("\\p{Cntrl}", "").strip();
    return clean.length() > 200 ? clean.substring(0, 200) : clean;
  }
}
