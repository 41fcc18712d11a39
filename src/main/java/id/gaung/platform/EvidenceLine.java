package id.gaung.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Evidence as it is stored, in one line: the kind, and as JSON what goes with it. */
public final class EvidenceLine {

  private static final String DETAILS = "details";
  private static final String WORDS = "words";

  private EvidenceLine() {}

  public static String write(Evidence evidence) {
    ObjectNode more = AnswerJson.object();
    if (!evidence.details().isEmpty()) {
      evidence.details().forEach(more.putArray(DETAILS)::add);
    }
    if (!evidence.words().isEmpty()) {
      more.put(WORDS, evidence.words());
    }
    String kind = evidence.kind().name();
    return more.isEmpty() ? kind : kind + " " + AnswerJson.write(more);
  }

  /** What a line says; empty if {@link #write} did not write it. */
  public static Optional<Evidence> read(String line) {
    int space = line.indexOf(' ');
    String name = space < 0 ? line : line.substring(0, space);
    JsonNode nothing = AnswerJson.object();
    Optional<JsonNode> more =
        space < 0 ? Optional.of(nothing) : AnswerJson.parse(line.substring(space + 1));
    return Arrays.stream(Evidence.Kind.values())
        .filter(kind -> kind.name().equals(name))
        .findFirst()
        .flatMap(kind -> more.filter(JsonNode::isObject).map(m -> read(kind, m)));
  }

  private static Evidence read(Evidence.Kind kind, JsonNode more) {
    List<String> details = new ArrayList<>();
    more.path(DETAILS).forEach(detail -> details.add(detail.asText()));
    return new Evidence(kind, details, more.path(WORDS).asText(""));
  }
}
