package id.gaung.platform;

import id.gaung.platform.ContentRules.Issue;
import id.gaung.platform.ContentRules.Segment;
import id.gaung.platform.ContentRules.Segment.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rules of a network, put together from its parts.
 *
 * @param pictures with a {@code maxCount} of 0 where only videos are taken; the rest is then about
 *     their covers
 * @param video empty where no video is taken
 * @param maxHashtags and {@code maxMentions} at most; {@link Integer#MAX_VALUE} for no limit
 */
public record NetworkRules(
    TextCutter scanner,
    LengthRule lengthRule,
    PictureRules pictures,
    Optional<VideoRules> video,
    boolean textAlone,
    int maxHashtags,
    int maxMentions)
    implements ContentRules {

  /** With as many hashtags and mentions as there is room for. */
  public NetworkRules(
      TextCutter scanner,
      LengthRule lengthRule,
      PictureRules pictures,
      Optional<VideoRules> video,
      boolean textAlone) {
    this(scanner, lengthRule, pictures, video, textAlone, Integer.MAX_VALUE, Integer.MAX_VALUE);
  }

  /** Where no video is taken. */
  public NetworkRules(
      TextCutter scanner,
      LengthRule lengthRule,
      PictureRules pictures,
      boolean textAlone,
      int maxHashtags,
      int maxMentions) {
    this(scanner, lengthRule, pictures, Optional.empty(), textAlone, maxHashtags, maxMentions);
  }

  @Override
  public NetworkRules byHand() {
    return new NetworkRules(
        scanner,
        lengthRule,
        pictures,
        video.map(VideoRules::byHand),
        textAlone,
        maxHashtags,
        maxMentions);
  }

  /** No network takes a text of this length, so nothing is looked for in it. */
  private static final int UNREAD = 70_000;

  @Override
  public TextLength length(String typed) {
    String text = PostText.of(typed);
    return lengthRule.measure(text, cut(text));
  }

  @Override
  public TextLength captionLength(String typed) {
    String text = PostText.of(typed);
    return lengthRule.caption(text, cut(text));
  }

  @Override
  public List<Segment> segments(String typed) {
    return cut(PostText.of(typed));
  }

  @Override
  public List<Segment> asShown(String typed) {
    return segments(typed).stream()
        .map(segment -> new Segment(segment.kind(), lengthRule.shown(segment)))
        .toList();
  }

  private List<Segment> cut(String text) {
    return text.length() > UNREAD ? List.of(new Segment(Kind.PLAIN, text)) : scanner.segments(text);
  }

  @Override
  public List<Issue> check(String typed, List<PictureFacts> facts) {
    String text = PostText.of(typed);
    List<Issue> issues = new ArrayList<>(size(text, !facts.isEmpty()));
    if (pictures.maxCount() == 0) {
      // A network of videos alone.
      issues.add(Issue.of(facts.isEmpty() ? "content.video-required" : "content.video-only"));
      issues.addAll(tags(text));
      return List.copyOf(issues);
    }
    if (facts.isEmpty() && !textAlone) {
      issues.add(Issue.of("content.picture-required"));
    } else if (facts.isEmpty() && !PostText.isSeen(text)) {
      issues.add(Issue.of("content.text-missing"));
    }
    issues.addAll(tags(text));
    issues.addAll(PictureCheck.check(pictures, facts));
    return List.copyOf(issues);
  }

  @Override
  public List<Issue> check(String typed, VideoFacts facts) {
    String text = PostText.of(typed);
    List<Issue> issues = new ArrayList<>(size(text, true));
    issues.addAll(tags(text));
    issues.addAll(VideoCheck.check(video, facts));
    return List.copyOf(issues);
  }

  private List<Issue> size(String text, boolean attached) {
    List<Segment> segments = cut(text);
    TextLength alone = lengthRule.measure(text, segments);
    TextLength length = attached ? lengthRule.caption(text, segments) : alone;
    if (length.fits()) {
      return lengthRule.oversize(text, segments);
    }
    return List.of(
        length.limit() < alone.limit()
            ? Issue.of("content.caption-too-long", length.used(), length.limit(), alone.limit())
            : Issue.of("content.text-too-long", length.used(), length.limit()));
  }

  private List<Issue> tags(String text) {
    List<Issue> issues = new ArrayList<>();
    List<Segment> segments = cut(text);
    limit(segments, Kind.HASHTAG, maxHashtags, "content.too-many-hashtags", issues);
    limit(segments, Kind.MENTION, maxMentions, "content.too-many-mentions", issues);
    return issues;
  }

  private static void limit(
      List<Segment> segments, Kind kind, int max, String key, List<Issue> issues) {
    long used = segments.stream().filter(s -> s.kind() == kind).count();
    if (used > max) {
      issues.add(Issue.of(key, used, max));
    }
  }

  /** How one network counts a text, and up to where. */
  @FunctionalInterface
  public interface LengthRule {

    /**
     * @param segments of the text, in order, so that links and mentions can weigh differently
     */
    TextLength measure(String text, List<Segment> segments);

    /** The same under pictures or a video, where that is another limit. */
    default TextLength caption(String text, List<Segment> segments) {
      return measure(text, segments);
    }

    /** A part as it goes out and is counted, where it is shortened for readers. */
    default String shown(Segment segment) {
      return segment.text();
    }

    /** What else stands against the size of a text that is not too long as it is counted. */
    default List<Issue> oversize(String text, List<Segment> segments) {
      return List.of();
    }
  }
}
