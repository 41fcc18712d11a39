package id.gaung.publishing;

import id.gaung.platform.ContentRules.Issue;
import id.gaung.platform.ContentRules.PictureFacts;
import id.gaung.platform.Failure;
import id.gaung.platform.Picture;

/** Words between pictures, issues and failures. */
final class ContentCheck {

  private ContentCheck() {}

  static PictureFacts facts(Picture picture) {
    return new PictureFacts(
        picture.mimeType(), picture.bytes(), picture.width(), picture.height(), picture.altText());
  }

  static Failure.Kind kind(Issue issue) {
    return issue.key().contains("picture") || issue.key().contains("alt")
        ? Failure.Kind.MEDIA_REJECTED
        : Failure.Kind.TEXT_REJECTED;
  }
}
