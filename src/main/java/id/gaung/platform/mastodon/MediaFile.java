package id.gaung.platform.mastodon;

import id.gaung.platform.FilePart;
import id.gaung.platform.Picture;
import id.gaung.platform.Publication;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A picture or a video as it is uploaded: the same calls for both.
 *
 * @param cover what is shown before a video plays; empty lets the server choose
 */
record MediaFile(
    String mimeType,
    long bytes,
    Picture.Content content,
    String altText,
    boolean video,
    Optional<Picture> cover) {

  private static final Optional<Picture> WITHOUT = Optional.empty();

  /** What a publication carries, in order. */
  static List<MediaFile> of(Publication publication) {
    Stream<MediaFile> pictures =
        publication.pictures().stream()
            .map(
                p ->
                    new MediaFile(
                        p.mimeType(), p.bytes(), p.content(), p.altText(), false, WITHOUT));
    Stream<MediaFile> videos =
        publication.video().stream()
            .map(
                v ->
                    new MediaFile(
                        v.mimeType(), v.bytes(), v.content(), v.altText(), true, v.cover()));
    return Stream.concat(pictures, videos).toList();
  }

  /**
   * @param name without its end; unlike any other's: snac stores uploads by the name they came with
   */
  List<FilePart> parts(String name) {
    return Stream.concat(
            Stream.of(new FilePart("file", name + end(mimeType), mimeType, bytes, content)),
            cover.stream().map(c -> part(c, name + "-cover" + end(c.mimeType()))))
        .toList();
  }

  private static FilePart part(Picture cover, String name) {
    return new FilePart("thumbnail", name, cover.mimeType(), cover.bytes(), cover.content());
  }

  private static String end(String mimeType) {
    String type = mimeType.substring(mimeType.indexOf('/') + 1).toLowerCase(Locale.ROOT);
    return type.equals("jpeg") ? ".jpg" : "." + type.replace("quicktime", "mov");
  }

  /** Of a failure of our own naming, such as {@code PICTURE_LOST}. */
  String code(String trouble) {
    return (video ? "VIDEO_" : "PICTURE_") + trouble;
  }
}
