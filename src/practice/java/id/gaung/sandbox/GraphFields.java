package id.gaung.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Cuts an object to what {@code fields} asks. */
final class GraphFields {

  private GraphFields() {}

  /**
   * @param whole with every field the object can have
   * @param type for the message
   * @throws PracticeRefusal for a field it cannot have
   */
  static ObjectNode pick(Call call, ObjectNode whole, String type) {
    Set<String> asked =
        new LinkedHashSet<>(List.of(call.param("fields").orElse("id").split(",", -1)));
    ObjectNode cut = PracticeJson.object();
    for (String field : asked) {
      String name = field.trim();
      if (!whole.has(name)) {
        throw GraphErrors.parameter(
            "Tried accessing nonexisting field (" + name + ") on node type (" + type + ")");
      }
      cut.set(name, whole.get(name));
    }
    if (!cut.has("id")) {
      cut.set("id", whole.get("id"));
    }
    return cut;
  }
}
