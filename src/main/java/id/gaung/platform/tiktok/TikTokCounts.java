package id.gaung.platform.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Figure;
import id.gaung.platform.Figure.Gap;
import id.gaung.platform.Metric;
import java.util.EnumMap;
import java.util.Map;

/** What TikTok tells of a video, since it came out; neither reach nor saves. */
final class TikTokCounts {

  /** As a call names them. */
  static final String FIELDS = "view_count,like_count,comment_count,share_count";

  private TikTokCounts() {}

  static Map<Metric, Figure> of(JsonNode video) {
    Map<Metric, Figure> figures = new EnumMap<>(Metric.class);
    for (Metric metric : Metric.values()) {
      figures.put(metric, Figure.missing(Gap.NOT_OFFERED));
    }
    figures.put(Metric.VIEWS, Figure.counted(video.path("view_count"), Gap.NOT_YET));
    figures.put(Metric.LIKES, Figure.counted(video.path("like_count"), Gap.NOT_YET));
    figures.put(Metric.COMMENTS, Figure.counted(video.path("comment_count"), Gap.NOT_YET));
    figures.put(Metric.SHARES, Figure.counted(video.path("share_count"), Gap.NOT_YET));
    return figures;
  }
}
