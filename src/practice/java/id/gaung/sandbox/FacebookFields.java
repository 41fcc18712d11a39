package id.gaung.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts an object to what {@code fields} asks, with whatever limits and summaries behind a name. */
final class FacebookFields {

  private FacebookFields() {}

  /**
   * @param whole with every field the object has
   * @param also the fields it could have
   * @throws PracticeRefusal for a field it cannot have
   */
  static ObjectNode pick(Call call, ObjectNode whole, Set<String> also, String type) {
    ObjectNode cut = PracticeJson.object();
    for (String name : names(call.param("fields").orElse("id"))) {
      if (whole.has(name)) {
        cut.set(name, whole.get(name));
      } else if (!also.contains(name)) {
        throw GraphErrors.parameter(
            "Tried accessing nonexisting field (" + name + ") on node type (" + type + ")");
      }
    }
    if (!cut.has("id")) {
      cut.set("id", whole.get("id"));
    }
    return cut;
  }

  /** The commas inside brackets part nothing. */
  private static List<String> names(String fields) {
    List<String> names = new ArrayList<>();
    StringBuilder name = new StringBuilder();
    int depth = 0;
    for (char c : (fields + ",").toCharArray()) {
      depth += c == '(' || c == '{' ? 1 : c == ')' || c == '}' ? -1 : 0;
      if (c == ',' && depth == 0) {
        names.add(name.toString().trim().replaceFirst("[.({].*$", ""));
        name.setLength(0);
      } else {
        name.append(c);
      }
    }
    return names;
  }
}
