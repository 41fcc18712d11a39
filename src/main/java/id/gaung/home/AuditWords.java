package id.gaung.home;

import id.gaung.home.AuditPages.AuditLine;
import id.gaung.kernel.Network;
import id.gaung.web.Formats;
import id.gaung.web.Translator;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  private static final Pattern LOOPBACK =
      Pattern.compile("127(\\.\\d{1,3}){3}|(0*:){2,7}0*1|::ffff:127(\\.\\d{1,3}){3}");
  private static final String PLACE = "\u0001";
  private static final Set<String> SAID = Set.of("name", "reason", "by");

  /** What was done, before and after the name of what it was done to; the name may be missing. */
  public record Did(String before, String after, boolean named) {}

  public static Did did(AuditLine line, Translator t) {
    if (line.action().equals("person.signed-in") && line.details().containsKey("by")) {
      return new Did(
          t.get("home.audit.signed", value(line, line.details().get("by"), t)), "", false);
    }
    String key = "home.audit.action." + line.action();
    String[] parts = (t.has(key) ? t.get(key, PLACE) : line.action()).split(PLACE, 2);
    return parts.length == 1
        ? new Did(parts[0], "", false)
        : new Did(parts[0].strip(), parts[1], true);
  }

  /**
   * What it is called: today, else as the row says, else by the beginning of its number. A
   * creator's own invitation does not repeat the creator's name.
   */
  public static String object(AuditLine line, Map<UUID, String> names) {
    return line.subjectId()
        .map(names::get)
        .or(
            () ->
                Stream.of("name", "handle", "file", "email", "week")
                    .map(key -> line.details().get(key))
                    .filter(Objects::nonNull)
                    .findFirst())
        .or(() -> line.subjectId().map(id -> id.toString().substring(0, 8)))
        .map(name -> without(line.actorName() + ", ", name, line))
        .orElse("");
  }

  private static String without(String own, String name, AuditLine line) {
    return line.actorKind().equals("CREATOR_LINK") && name.startsWith(own)
        ? name.substring(own.length())
        : name;
  }

  /** Whether it tells what something was before and what it is now. */
  public static boolean isChange(AuditLine line) {
    return line.details().containsKey("from") && line.details().containsKey("to");
  }

  /** Whether there is more to it than its sentence says. */
  public static boolean hasMore(AuditLine line) {
    return !SAID.containsAll(line.details().keySet())
        || (line.action().equals("person.signed-in") && !line.address().isEmpty());
  }

  /** Where it came from; the machine that Gaung runs on is not told by its number. */
  public static String address(AuditLine line, Translator t) {
    String plain = line.address().replaceAll("^\\[|\\]$", "");
    return LOOPBACK.matcher(plain).matches() ? t.get("home.audit.address.here") : plain;
  }

  /** {@code Hari ini, Senin 30 November}; the year only of an earlier one. */
  public static String day(LocalDate day, LocalDate today, Formats f, Translator t) {
    String words = f.longDate(day).replaceFirst(",", "");
    String near = words.substring(0, words.lastIndexOf(' '));
    return day.equals(today)
        ? t.get("home.audit.today", near)
        : day.equals(today.minusDays(1))
            ? t.get("home.audit.yesterday", near)
            : day.getYear() == today.getYear() ? near : words;
  }

  public static String subject(AuditLine line, Translator t) {
    return word("home.audit.subject." + line.subjectType(), line.subjectType(), t);
  }

  public static String actorKind(AuditLine line, Translator t) {
    return word("home.audit.actor." + line.actorKind(), line.actorKind(), t);
  }

  public static String name(String detail, Translator t) {
    String of = detail.replaceFirst("Before$", "");
    return !of.equals(detail) && !t.has("home.audit.detail." + detail)
        ? t.get("home.audit.before", name(of, t))
        : word("home.audit.detail." + detail, detail, t);
  }

  /** The action's code, to be quoted; empty where it already stands for the words. */
  public static Optional<String> code(AuditLine line, Translator t) {
    return Optional.of(line.action()).filter(code -> t.has("home.audit.action." + code));
  }

  /** States, roles and reasons by their names; several roles stand in one value. */
  public static String value(AuditLine line, String value, Translator t) {
    String prefix = STATES.getOrDefault(line.subjectType(), "");
    if (!value.matches("[A-Z_]+( [A-Z_]+)*")) {
      return value;
    }
    return Arrays.stream(value.split(" ", -1))
        .map(code -> word(prefix + code, word("home.audit.value." + code, named(code), t), t))
        .collect(Collectors.joining(", "));
  }

  private static String named(String code) {
    return Network.named(code).map(Network::label).orElse(code);
  }

  private static String word(String key, String otherwise, Translator t) {
    return t.has(key) ? t.get(key) : otherwise;
  }
}
