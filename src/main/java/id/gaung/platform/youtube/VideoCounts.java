package id.gaung.platform.youtube;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import id.gaung.platform.Figure;
import id.gaung.platform.Figure.Gap;
import id.gaung.platform.Metric;
import java.util.EnumMap;
import java.util.Map;

/** What a video's {@code statistics} count. */
final class VideoCounts {

  private VideoCounts() {}

  /**
   * A count that its owner hides, or comments that are switched off, are absent. Where nothing at
   * all is told, it is the service and not the owner who keeps it back.
   */
  static Map<Metric, Figure> of(JsonNode video) {
    JsonNode told = video.path("statistics");
    Gap absent = told.isObject() && !told.isEmpty() ? Gap.HIDDEN : Gap.NOT_YET;
    Map<Metric, Figure> figures = new EnumMap<>(Metric.class);
    for (Metric metric : Metric.values()) {
      figures.put(metric, Figure.missing(Gap.NOT_OFFERED));
    }
    figures.put(Metric.VIEWS, figure(told.path("viewCount"), absent));
    figures.put(Metric.LIKES, figure(told.path("likeCount"), absent));
    figures.put(Metric.COMMENTS, figure(told.path("commentCount"), absent));
    return figures;
  }

  /** YouTube writes counts as texts. */
  static Figure figure(JsonNode value, Gap absent) {
    return value.isTextual() && value.textValue().matches("\\d{1,18}")
        ? Figure.counted(LongNode.valueOf(Long.parseLong(value.textValue())), absent)
        : Figure.counted(value, absent);
  }
}
