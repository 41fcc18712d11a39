package id.gaung.platform;

import id.gaung.platform.ContentRules.Issue;
import id.gaung.platform.ContentRules.Segment;
import id.gaung.platform.ContentRules.TextLength;
import java.util.List;

/** How one network counts a text, and up to where. */
@FunctionalInterface
public interface LengthRule {

  /**
   * @param segments of the text, in order, so that links and mentions can weigh differently
   */
  TextLength measure(String text, List<Segment> segments);

  /** A part as it goes out and is counted, where it is shortened for readers. */
  default String shown(Segment segment) {
    return segment.text();
  }

  /** What else stands against the size of a text that is not too long as it is counted. */
  default List<Issue> oversize(String text, List<Segment> segments) {
    return List.of();
  }
}
