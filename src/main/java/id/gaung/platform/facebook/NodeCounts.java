package id.gaung.platform.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Figure;
import id.gaung.platform.Figure.Gap;
import id.gaung.platform.Metric;
import java.util.EnumMap;
import java.util.Map;

/** The counts that a post itself carries, alone or in a list. */
final class NodeCounts {

  static final String FIELDS =
      "shares,comments.summary(total_count).limit(0),reactions.summary(total_count).limit(0)";

  private NodeCounts() {}

  /** One figure for every metric; what a post does not carry is not counted yet. */
  static Map<Metric, Figure> of(JsonNode post) {
    Map<Metric, Figure> figures = new EnumMap<>(Metric.class);
    for (Metric metric : Metric.values()) {
      figures.put(metric, Figure.missing(Gap.NOT_YET));
    }
    figures.put(Metric.SAVES, Figure.missing(Gap.NOT_OFFERED));
    figures.put(Metric.LIKES, total(post, "reactions"));
    figures.put(Metric.COMMENTS, total(post, "comments"));
    // Absent where there is none, others report; Meta does not say so, and so alone it is no zero.
    figures.put(Metric.SHARES, Figure.counted(post.path("shares").path("count"), Gap.NOT_YET));
    return figures;
  }

  private static Figure total(JsonNode post, String edge) {
    return Figure.counted(post.path(edge).path("summary").path("total_count"), Gap.NOT_YET);
  }
}
