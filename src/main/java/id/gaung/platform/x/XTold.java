package id.gaung.platform.x;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Figure.Gap;
import id.gaung.platform.Reading;
import java.util.HashMap;
import java.util.Map;

/**
 * What an answer about several posts says of each: what stands is among the data, what is gone and
 * what is hidden among the errors. Of what is in neither nothing is known.
 */
final class XTold {

  /** The network does not show it to this account, which says neither that it stands nor not. */
  static final Reading HIDDEN = new Reading.Measured(XCounts.all(Gap.HIDDEN));

  private XTold() {}

  /** By id. */
  static Map<String, Reading> of(JsonNode body) {
    Map<String, Reading> told = new HashMap<>();
    for (JsonNode error : body.path("errors")) {
      String id = error.path("resource_id").asText(error.path("value").asText(""));
      String type = new XProblem(error).type();
      if (type.equals(XProblem.NOT_FOUND)) {
        told.put(id, new Reading.Absent());
      } else if (type.equals(XProblem.NOT_AUTHORIZED)) {
        told.put(id, HIDDEN);
      }
    }
    for (XPost post : XPost.of(body.path("data"))) {
      Reading measured = new Reading.Measured(post.figures());
      post.ids().forEach(id -> told.putIfAbsent(id, measured));
      told.put(post.id(), measured);
    }
    return told;
  }
}
