package id.gaung.platform;

import id.gaung.platform.ContentRules.Segment.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules of a network, put together from its parts.
 *
 * @param maxHashtags and {@code maxMentions} at most; {@link Integer#MAX_VALUE} for no limit
 */
public record NetworkRules(
    TextScanner scanner,
    LengthRule lengthRule,
    PictureRules pictures,
    boolean textAlone,
    int maxHashtags,
    int maxMentions)
    implements ContentRules {

  @Override
  public TextLength length(String text) {
    return lengthRule.measure(text, segments(text));
  }

  @Override
  public List<Segment> segments(String text) {
    return scanner.segments(text);
  }

  @Override
  public List<Issue> check(String text, List<PictureFacts> facts) {
    List<Issue> issues = new ArrayList<>();
    List<Segment> segments = segments(text);
    TextLength length = lengthRule.measure(text, segments);
    if (!length.fits()) {
      issues.add(Issue.of("content.text-too-long", length.used(), length.limit()));
    }
    if (facts.isEmpty() && !textAlone) {
      issues.add(Issue.of("content.picture-required"));
    } else if (facts.isEmpty() && text.isBlank()) {
      issues.add(Issue.of("content.text-missing"));
    }
    limit(segments, Kind.HASHTAG, maxHashtags, "content.too-many-hashtags", issues);
    limit(segments, Kind.MENTION, maxMentions, "content.too-many-mentions", issues);
    issues.addAll(PictureCheck.check(pictures, facts));
    return List.copyOf(issues);
  }

  private static void limit(
      List<Segment> segments, Kind kind, int max, String key, List<Issue> issues) {
    long used = segments.stream().filter(s -> s.kind() == kind).count();
    if (used > max) {
      issues.add(Issue.of(key, used, max));
    }
  }
}
