package id.gaung.creator;

import id.gaung.kernel.Problem;
import id.gaung.web.Form;
import id.gaung.web.Translator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A creator to be entered or changed.
 *
 * @param creator the one that is changed, as it is now
 */
public record CreatorFormPage(Form form, Optional<Creator> creator, Map<String, String> kecamatan) {

  public String action() {
    return creator.map(c -> "/creators/" + c.id()).orElse("/creators");
  }

  public Map<String, String> kinds(Translator t) {
    Map<String, String> kinds = new LinkedHashMap<>();
    for (CreatorKind kind : CreatorKind.values()) {
      kinds.put(kind.name(), t.name("creator.kind", kind));
    }
    return kinds;
  }

  public Map<String, String> states(Translator t) {
    Map<String, String> states = new LinkedHashMap<>();
    states.put("true", t.get("creator.active"));
    states.put("false", t.get("creator.retired"));
    return states;
  }

  /** Somebody was faster: what they saved is shown beside what was typed. */
  public boolean isStale() {
    return form.refusal().filter(Problem::isStale).isPresent();
  }
}
