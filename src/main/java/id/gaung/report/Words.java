package id.gaung.report;

import id.gaung.web.Formats;
import id.gaung.web.Translator;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** A report's numbers in words, for templates. */
public final class Words {

  private Words() {}

  /** Such as {@code naik 12,5%}, {@code turun 8}, {@code baru}. */
  public static String change(WeekChange change, Translator t, Formats f) {
    if (change.kind() == WeekChange.Kind.NEW) {
      return t.get("report.change.new");
    }
    if (change.difference() == 0) {
      return t.get("report.change.same");
    }
    String by =
        change
            .percent()
            .map(percent -> f.percent(percent.abs()))
            .orElseGet(() -> f.number(Math.abs(change.difference())));
    return t.get(change.difference() > 0 ? "report.change.up" : "report.change.down", by);
  }

  /** Why posts have no number, such as {@code 3 tidak disediakan jejaring; 1 terlalu lama}. */
  public static String why(Totals totals, Translator t, Formats f) {
    if (totals.withData() + totals.without() == 0) {
      return t.get("report.no-posts");
    }
    return Arrays.stream(Why.values())
        .filter(why -> totals.why().containsKey(why))
        .map(
            why ->
                t.get(
                    "report.why-count",
                    f.number(totals.why().getOrDefault(why, 0)),
                    t.name("report.why", why)))
        .collect(Collectors.joining("; "));
  }

  /** Why a post did not come out, as a sentence. */
  public static String unpublished(Unpublished post, Translator t, Formats f) {
    String when = post.at().map(f::dateTime).orElse("");
    String key = "report.unpublished." + post.reason().name();
    return switch (post.reason()) {
      case CANCELLED, LATE -> t.get(key, when);
      case HELD, MISSED ->
          t.get(
              post.detail().isPresent() ? key + ".held" : key,
              post.detail().map(held -> t.get("report.held." + held)).orElse(""));
      case FAILED, RETRYING ->
          t.get(key, post.detail().map(kind -> t.get("platform.failure." + kind)).orElse(""));
      default -> t.get(key);
    };
  }

  /** Rupiah with sen, as ratios have them. */
  public static String rupiah(BigDecimal value, Formats f) {
    return "Rp" + f.decimal(value);
  }

  /** A value of a difference, as people read it. */
  public static String value(Optional<String> value, Translator t, Formats f) {
    return value.map(v -> value(v, f)).orElseGet(() -> t.get("web.none"));
  }

  private static String value(String value, Formats f) {
    if (value.matches("-?\\d+")) {
      long number = Long.parseLong(value);
      return number < 0 ? f.signed(number) : f.number(number);
    }
    if (value.matches("\\d+\\.\\d+")) {
      return f.decimal(new BigDecimal(value));
    }
    return f.dateTime(Instant.parse(value));
  }
}
