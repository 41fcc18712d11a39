package id.gaung.platform.linkedin;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Figure;
import id.gaung.platform.Figure.Gap;
import id.gaung.platform.Metric;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

/** What LinkedIn counts of a page's post, without what was paid for. */
final class LinkedInCounts {

  private LinkedInCounts() {}

  /** One for each metric; nobody can save a post there that a page is told of. */
  static Map<Metric, Figure> of(JsonNode counts) {
    Map<Metric, Figure> figures = all(Gap.NOT_OFFERED);
    figures.put(Metric.VIEWS, figure(counts.path("impressionCount")));
    figures.put(Metric.REACH, figure(counts.path("uniqueImpressionsCount")));
    figures.put(Metric.LIKES, figure(counts.path("likeCount")));
    figures.put(Metric.COMMENTS, figure(counts.path("commentCount")));
    figures.put(Metric.SHARES, figure(counts.path("shareCount")));
    return figures;
  }

  /** Of a post that stands, and of which LinkedIn has counted nothing yet. */
  static Map<Metric, Figure> notYet() {
    Map<Metric, Figure> figures = all(Gap.NOT_YET);
    figures.put(Metric.SAVES, Figure.missing(Gap.NOT_OFFERED));
    return figures;
  }

  private static Map<Metric, Figure> all(Gap gap) {
    Map<Metric, Figure> figures = new EnumMap<>(Metric.class);
    Stream.of(Metric.values()).forEach(metric -> figures.put(metric, Figure.missing(gap)));
    return figures;
  }

  private static Figure figure(JsonNode count) {
    return Figure.counted(count, Gap.NOT_YET);
  }
}
