package id.gaung.platform.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Figure;
import id.gaung.platform.Metric;
import id.gaung.platform.RemotePost;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is known of a post while it is read.
 *
 * @param node as Facebook tells it
 * @param figures so far; others are put there
 */
record ReadNode(RemotePost post, JsonNode node, Map<Metric, Figure> figures) {

  private static final Pattern REEL = Pattern.compile(".*/reels?/(\\d+)/?");

  /** Those that came along; Facebook leaves out what has none yet. */
  Optional<JsonNode> insights() {
    return Optional.of(node.path("insights")).filter(told -> told.path("data").isArray());
  }

  /** The id of its video, where it is a reel. */
  Optional<String> reel() {
    Matcher reel = REEL.matcher(node.path("permalink_url").asText(""));
    return reel.matches() ? Optional.of(reel.group(1)) : Optional.empty();
  }
}
