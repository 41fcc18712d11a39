package id.gaung.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Connecting.Choice;
import id.gaung.platform.Connecting.Option;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A choice among accounts as texts, which are kept sealed while the person chooses. */
final class ChoiceTexts {

  private static final String OPTIONS = "options";
  private static final String PENDING = "pending.";
  private static final String AGAINST = "against";

  private ChoiceTexts() {}

  static Map<String, String> written(Choice choice) {
    Map<String, String> all = new HashMap<>();
    choice.pending().forEach((name, value) -> all.put(PENDING + name, value));
    ObjectNode options = AnswerJson.object();
    choice.options().forEach(option -> write(option, options.withArray(OPTIONS).addObject()));
    all.put(OPTIONS, AnswerJson.write(options));
    return all;
  }

  private static void write(Option option, ObjectNode to) {
    to.put("id", option.id()).put("name", option.name()).put("handle", option.handle());
    option.against().ifPresent(key -> to.put(AGAINST, key));
  }

  /** What {@link #written} wrote. */
  static Choice read(Map<String, String> written) {
    Map<String, String> pending = new HashMap<>();
    written.forEach(
        (name, value) -> {
          if (name.startsWith(PENDING)) {
            pending.put(name.substring(PENDING.length()), value);
          }
        });
    List<Option> options = new ArrayList<>();
    AnswerJson.parse(written.getOrDefault(OPTIONS, ""))
        .ifPresent(all -> all.path(OPTIONS).forEach(one -> options.add(option(one))));
    return new Choice(options, pending);
  }

  private static Option option(JsonNode one) {
    return new Option(
        one.path("id").asText(),
        one.path("name").asText(),
        one.path("handle").asText(),
        AnswerJson.text(one, AGAINST));
  }
}
