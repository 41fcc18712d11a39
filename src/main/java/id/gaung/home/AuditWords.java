package id.gaung.home;

import id.gaung.home.AuditPages.AuditLine;
import id.gaung.web.Translator;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The log's codes in words. A code without words, such as one of an older version, is shown as it
 * is.
 */
public final class AuditWords {

  private static final Map<String, String> STATES =
      Map.of(
          "campaign", "campaign.state.",
          "offer", "collaboration.offer.",
          "deliverable", "collaboration.deliverable.",
          "rendition", "publishing.state.",
          "channel", "channel.state.",
          "weekly_report", "report.state.",
          "person", "role.");

  private AuditWords() {}

  public static String action(AuditLine line, Translator t) {
    return word("home.audit.action." + line.action(), line.action(), t);
  }

  public static String subject(AuditLine line, Translator t) {
    return word("home.audit.subject." + line.subjectType(), line.subjectType(), t);
  }

  public static String actorKind(AuditLine line, Translator t) {
    return word("home.audit.actor." + line.actorKind(), line.actorKind(), t);
  }

  public static String name(String detail, Translator t) {
    return word("home.audit.detail." + detail, detail, t);
  }

  /** The action's code, to be quoted; empty where it already stands for the words. */
  public static Optional<String> code(AuditLine line, Translator t) {
    return Optional.of(line.action()).filter(code -> !code.equals(action(line, t)));
  }

  /** States, roles and reasons by their names; several roles stand in one value. */
  public static String value(AuditLine line, String value, Translator t) {
    String prefix = STATES.getOrDefault(line.subjectType(), "");
    if (!value.matches("[A-Z_]+( [A-Z_]+)*")) {
      return value;
    }
    return Arrays.stream(value.split(" ", -1))
        .map(code -> word(prefix + code, word("home.audit.value." + code, code, t), t))
        .collect(Collectors.joining(", "));
  }

  private static String word(String key, String otherwise, Translator t) {
    return t.has(key) ? t.get(key) : otherwise;
  }
}
