package id.gaung.platform.instagram;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Figure;
import id.gaung.platform.Figure.Gap;
import id.gaung.platform.Metric;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What insights are called, and what answers to them mean. */
final class InsightNames {

  /** In the order in which they are asked for. */
  private static final Map<String, Metric> METRICS = new LinkedHashMap<>();

  static {
    METRICS.put("views", Metric.VIEWS);
    METRICS.put("reach", Metric.REACH);
    METRICS.put("likes", Metric.LIKES);
    METRICS.put("comments", Metric.COMMENTS);
    METRICS.put("saved", Metric.SAVES);
    METRICS.put("shares", Metric.SHARES);
  }

  static final List<String> ALL = List.copyOf(METRICS.keySet());

  private static final String LISTED = "must be one of";

  private InsightNames() {}

  /**
   * Which of the names an error leaves. One that a kind of media does not have fails the whole
   * call: the message then names it, or lists those that there are.
   *
   * @return none where the message says nothing of names
   */
  static List<String> left(String message) {
    String text = message.toLowerCase(Locale.ROOT);
    if (!text.contains("metric")) {
      return List.of();
    }
    int list = text.indexOf(LISTED);
    String told = list < 0 ? text : text.substring(list);
    List<String> named = ALL.stream().filter(name -> isIn(told, name)).toList();
    if (named.isEmpty() || named.size() == ALL.size()) {
      return List.of();
    }
    return list < 0 ? ALL.stream().filter(name -> !named.contains(name)).toList() : named;
  }

  private static boolean isIn(String text, String name) {
    return Pattern.compile("(?<![a-z_])" + name + "(?![a-z_])").matcher(text).find();
  }

  /**
   * @param asked the names that were asked for; of all others the network said that it has none
   */
  static Map<Metric, Figure> figures(List<String> asked, Map<String, JsonNode> values) {
    Map<Metric, Figure> figures = all(Gap.REFUSED);
    asked.forEach(
        name -> {
          JsonNode value = values.get(name);
          figures.put(
              METRICS.getOrDefault(name, Metric.VIEWS),
              value == null ? Figure.missing(Gap.NOT_YET) : Figure.counted(value, Gap.NOT_YET));
        });
    return figures;
  }

  /** What a media tells of itself; its owner may hide it. */
  static Map<Metric, Figure> counters(JsonNode media) {
    Map<Metric, Figure> figures = all(Gap.REFUSED);
    figures.put(Metric.LIKES, Figure.counted(media.path("like_count"), Gap.HIDDEN));
    figures.put(Metric.COMMENTS, Figure.counted(media.path("comments_count"), Gap.HIDDEN));
    return figures;
  }

  private static Map<Metric, Figure> all(Gap gap) {
    Map<Metric, Figure> figures = new EnumMap<>(Metric.class);
    for (Metric metric : Metric.values()) {
      figures.put(metric, Figure.missing(gap));
    }
    return figures;
  }
}
