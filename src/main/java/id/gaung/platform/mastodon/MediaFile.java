package id.gaung.platform.mastodon;

import id.gaung.platform.Attachment;
import id.gaung.platform.Picture;
import id.gaung.platform.PlatformRequest.FilePart;
import id.gaung.platform.Publication;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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

  /** What a publication carries, in order. */
  static List<MediaFile> of(Publication publication) {
    return publication
        .video()
        .map(video -> List.of(of(video)))
        .orElseGet(() -> publication.pictures().stream().map(MediaFile::of).toList());
  }

  private static MediaFile of(Picture picture) {
    return new MediaFile(
        picture.mimeType(),
        picture.bytes(),
        picture.content(),
        picture.altText(),
        false,
        Optional.empty());
  }

  private static MediaFile of(Attachment.Video video) {
    return new MediaFile(
        video.mimeType(), video.bytes(), video.content(), video.altText(), true, video.cover());
  }

  /**
   * @param name without its end; unlike any other's, since snac stores uploads by the name they
   *     came with
   */
  List<FilePart> parts(String name) {
    List<FilePart> parts = new ArrayList<>();
    parts.add(new FilePart("file", name + end(mimeType), mimeType, bytes, content));
    cover.ifPresent(
        c ->
            parts.add(
                new FilePart(
                    "thumbnail",
                    name + "-cover" + end(c.mimeType()),
                    c.mimeType(),
                    c.bytes(),
                    c.content())));
    return parts;
  }

  private static String end(String mimeType) {
    String type = mimeType.substring(mimeType.indexOf('/') + 1).toLowerCase(Locale.ROOT);
    return switch (type) {
      case "jpeg" -> ".jpg";
      case "quicktime" -> ".mov";
      default -> "." + type;
    };
  }

  /** Of a failure of our own naming, such as {@code PICTURE_LOST}. */
  String code(String trouble) {
    return (video ? "VIDEO_" : "PICTURE_") + trouble;
  }
}
