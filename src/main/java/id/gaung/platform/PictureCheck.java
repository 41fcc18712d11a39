package id.gaung.platform;

import id.gaung.platform.ContentRules.Issue;
import id.gaung.platform.ContentRules.PictureFacts;
import java.util.ArrayList;
import java.util.List;

/** Holds pictures against a network's rules. Pictures are named by their place, from 1. */
final class PictureCheck {

  /** Half a pixel of rounding in a ratio is nobody's fault. */
  private static final double RATIO_TOLERANCE = 0.005;

  private PictureCheck() {}

  static List<Issue> check(PictureRules rules, List<PictureFacts> pictures) {
    List<Issue> issues = new ArrayList<>();
    if (pictures.size() > rules.maxCount()) {
      issues.add(Issue.of("content.too-many-pictures", pictures.size(), rules.maxCount()));
    }
    for (int i = 0; i < pictures.size(); i++) {
      check(rules, pictures.get(i), i + 1, issues);
    }
    return List.copyOf(issues);
  }

  private static void check(PictureRules rules, PictureFacts picture, int index, List<Issue> to) {
    if (!rules.mimeTypes().contains(picture.mimeType())) {
      to.add(Issue.of("content.picture-format", index));
    }
    if (picture.bytes() > rules.maxBytes()) {
      to.add(Issue.of("content.picture-too-large", index, rules.maxBytes() / 1_000_000));
    }
    double ratio = picture.height() > 0 ? (double) picture.width() / picture.height() : 0;
    if (ratio < rules.minRatio() - RATIO_TOLERANCE || ratio > rules.maxRatio() + RATIO_TOLERANCE) {
      to.add(Issue.of("content.picture-ratio", index));
    }
    if (picture.width() < rules.minWidth() || picture.width() > rules.maxWidth()) {
      to.add(Issue.of("content.picture-width", index, rules.minWidth(), rules.maxWidth()));
    }
    // As fields of forms count, and never less than any network does.
    int alt = picture.altText().length();
    if (rules.maxAltText() > 0 && alt > rules.maxAltText()) {
      to.add(Issue.of("content.alt-too-long", index, alt, rules.maxAltText()));
    }
  }
}
