package id.gaung.publishing;

import id.gaung.platform.Attachment;
import id.gaung.platform.ContentRules;
import id.gaung.platform.ContentRules.Issue;
import id.gaung.platform.ContentRules.PictureFacts;
import id.gaung.platform.ContentRules.VideoFacts;
import id.gaung.platform.Failure;
import id.gaung.platform.Picture;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a post carries, as it will be sent.
 *
 * @param video what its rules ask of a video; empty if none is attached
 */
record ReadyMedia(Attachment attachment, Optional<VideoFacts> video) {

  private static final URI NOWHERE = URI.create("about:blank");

  static ReadyMedia pictures(List<Picture> pictures) {
    return new ReadyMedia(new Attachment.Pictures(pictures), Optional.empty());
  }

  static ReadyMedia card(Attachment.LinkCard card) {
    return new ReadyMedia(card, Optional.empty());
  }

  /** What is said of media that nobody opens: a look-up compares and sends none. */
  static Attachment unopened(List<RenditionPicture> chosen) {
    Picture.Content none =
        () -> {
          throw new IOException("a look-up sends nothing");
        };
    Optional<RenditionPicture> video = chosen.stream().filter(RenditionPicture::video).findFirst();
    if (video.isPresent()) {
      return new Attachment.Video(
          none,
          NOWHERE,
          "video/mp4",
          0,
          0,
          0,
          Duration.ZERO,
          Optional.empty(),
          video.get().altText());
    }
    return new Attachment.Pictures(
        chosen.stream()
            .map(one -> new Picture(none, NOWHERE, "image/jpeg", 0, 0, 0, one.altText()))
            .toList());
  }

  /** Everything that a network has against that text with it. */
  List<Issue> against(ContentRules rules, String text) {
    if (video.isPresent()) {
      return rules.check(text, video.get());
    }
    List<Picture> pictures =
        attachment instanceof Attachment.Pictures all ? all.pictures() : List.of();
    return rules.check(text, pictures.stream().map(ReadyMedia::facts).toList());
  }

  private static PictureFacts facts(Picture picture) {
    return new PictureFacts(
        picture.mimeType(), picture.bytes(), picture.width(), picture.height(), picture.altText());
  }

  /** Whether it is about what is shown, not about the words. */
  static boolean isOfMedia(Issue issue) {
    String key = issue.key();
    return key.contains("picture") || key.contains("alt") || key.contains("video");
  }

  /** The failure that such an issue is, where it is found only as the post is due. */
  static Failure failure(Issue issue) {
    return Failure.of(
        isOfMedia(issue) ? Failure.Kind.MEDIA_REJECTED : Failure.Kind.TEXT_REJECTED,
        issue.key(),
        String.join(", ", issue.args()));
  }
}
