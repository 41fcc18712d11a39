package id.gaung.platform.x;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Figure;
import id.gaung.platform.Figure.Gap;
import id.gaung.platform.Metric;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

/** What X counts of a post, under the old names or the new ones. */
final class XCounts {

  private XCounts() {}

  /** One for each metric. A repost and a quote both share it; views are impressions. */
  static Map<Metric, Figure> of(JsonNode counts) {
    Map<Metric, Figure> figures = all(Gap.NOT_OFFERED);
    figures.put(Metric.VIEWS, figure(counts.path("impression_count")));
    figures.put(Metric.LIKES, figure(counts.path("like_count")));
    figures.put(Metric.COMMENTS, figure(counts.path("reply_count")));
    JsonNode reposts = either(counts, "repost_count", "retweet_count");
    figures.put(Metric.SHARES, figure(reposts).plus(figure(counts.path("quote_count"))));
    figures.put(Metric.SAVES, figure(counts.path("bookmark_count")));
    return figures;
  }

  static Map<Metric, Figure> all(Gap gap) {
    Map<Metric, Figure> figures = new EnumMap<>(Metric.class);
    Stream.of(Metric.values()).forEach(metric -> figures.put(metric, Figure.missing(gap)));
    return figures;
  }

  /** The field that has a value, of two names of one thing. */
  static JsonNode either(JsonNode node, String one, String other) {
    return node.hasNonNull(one) ? node.path(one) : node.path(other);
  }

  private static Figure figure(JsonNode count) {
    return Figure.counted(count, Gap.NOT_YET);
  }
}
