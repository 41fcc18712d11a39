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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The photo library. */
public final class Photos {

  /** What a creator may send in a day; a deliverable has some drafts of some photos each. */
  static final int MOST_OF_A_CREATOR = 60;

  /** Of those a creator sent for one thing and nothing shows: some tries are enough to choose. */
  static final int MOST_WAITING = 16;

  private static final Duration A_DAY = Duration.ofDays(1);
  private final Foundation on;
  private final MediaPlaces places;
  private final MediaFolder folder;
  private final PhotoStudio studio;
  private final PhotoDao dao;

  Photos(Foundation on, MediaFolder folder, MediaPlaces places) {
    this.on = on;
    this.places = places;
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
    return store(by, bytes, originalName, Origin.NONE);
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
    return on.transactions()
        .beforehand(() -> store(by, bytes, originalName, Origin.sentFor(thing)));
  }

  /** As {@link #storeFor}, unless a photo for that thing is there already. */
  public Photo storeOnce(UUID thing, Actor by, InputStream bytes, String originalName) {
    return find(dao.storedFor(thing)).values().stream()
        .findFirst()
        .orElseGet(() -> storeFor(thing, by, bytes, originalName));
  }

  /** As {@link #store(Actor, InputStream, String)}, with how it came. */
  Photo store(Actor by, InputStream bytes, String originalName, Origin origin) {
    boolean guest = by.kind() == Actor.Kind.CREATOR_LINK;
    Optional<UUID> thing = origin.thing();
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
              dao.insert(photo, by.id(), by.name(), origin);
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
    if (thing.isPresent() && places.unused(dao.storedFor(thing.get())).size() >= MOST_WAITING) {
      throw Problem.tooMany(
          Duration.ofHours(1), "media.too-many-waiting", Integer.toString(MOST_WAITING));
    }
  }

  /** Those of the photos that everybody can see, as a post that is out shows them. */
  public void shownToAllBy(UnaryOperator<Set<UUID>> published) {
    places.addOpen(published);
  }

  /** Whether everybody can see it already. */
  boolean isPublic(UUID id) {
    return places.isPublic(id);
  }

  /** A feature says where it shows photos and videos: those stay. */
  public void usedBy(MediaUses uses) {
    places.add(uses);
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
   * The photo, or a video's cover, made fit; made on first use and kept. Call it outside a
   * transaction: it may take some seconds.
   *
   * @throws Problem if there is no such photo, a video has no cover, or it cannot be made small
   *     enough
   * @throws UncheckedIOException if its file cannot be reached
   */
  public FittedPhoto fit(UUID photoId, Fit fit) {
    Optional<Crop> crop = crop(photoId, fit);
    FittedPhoto fitted =
        made(photoId, Crop.key(fit, crop)).orElseGet(() -> make(photoId, fit, crop));
    if (!Files.exists(fitted.path())) {
      throw new UncheckedIOException(new NoSuchFileException(fitted.path().toString()));
    }
    return fitted;
  }

  boolean isVideo(UUID id) {
    return dao.isVideo(id);
  }

  /** What has been made already, by {@link Fit#key()}. */
  Optional<FittedPhoto> made(UUID photoId, String fitKey) {
    return dao.variant(photoId, fitKey).map(this::fitted).filter(f -> Files.exists(f.path()));
  }

  /** The crop that a person chose for what those rules ask; made photos are kept for each. */
  Optional<Crop> crop(UUID photoId, Fit fit) {
    return fit.isAnyShape()
        ? Optional.empty()
        : find(photoId).flatMap(p -> Crop.of(dao.crops(photoId), p.width(), p.height(), fit));
  }

  private FittedPhoto make(UUID photoId, Fit fit, Optional<Crop> crop) {
    Photo photo = dao.shownFor(photoId).orElseThrow(Problem::notFound);
    MadePhoto made = fitsAsItIs(photo, fit) ? photo.asMade() : studio.fit(photo, fit, crop);
    PhotoVariant variant =
        new PhotoVariant(
            photo.id(),
            Crop.key(fit, crop),
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

  static String shortened(String name) {
    String clean = name.replaceAll("\\p{Cntrl}", "").strip();
    return clean.length() > 200 ? clean.substring(0, 200) : clean;
  }

  /**
   * How a photo came.
   *
   * @param thing what it was sent for, such as a deliverable
   * @param upload by which it was sent in parts
   * @param kept whether it stays although nothing shows it
   */
  public record Origin(Optional<UUID> thing, Optional<UUID> upload, boolean kept) {

    static final Origin NONE = new Origin(Optional.empty(), Optional.empty(), false);

    static Origin sentFor(UUID thing) {
      return new Origin(Optional.of(thing), Optional.empty(), false);
    }
  }
}
