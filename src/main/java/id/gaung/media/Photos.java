package id.gaung.media;

import id.gaung.audit.Change;
import id.gaung.audit.Foundation;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Problem;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The photo library. */
public final class Photos {

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
   * Takes a photo in: JPEG, PNG or WebP judged by its bytes, at most 24 MB and 60 megapixels. Kept
   * upright, in sRGB, without any metadata. Joins the caller's transaction, though better called
   * before it: decoding takes up to some seconds.
   *
   * @param originalName as the sender called it; judged by nobody
   * @throws Problem of the field {@code photo}, if it is none of these
   */
  public Photo store(Actor by, InputStream bytes, String originalName) {
    MadePhoto made = studio.clean(bytes);
    return on.transactions()
        .call(
            () -> {
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
              dao.insert(photo);
              on.audit()
                  .record(
                      Change.of(by, "photo.stored", "photo", photo.id())
                          .with("sha256", photo.sha256()));
              return photo;
            });
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
   */
  public FittedPhoto fit(UUID photoId, Fit fit) {
    return made(photoId, fit.key()).orElseGet(() -> make(photoId, fit));
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
