package id.gaung.report;

import id.gaung.kernel.Rupiah;
import id.gaung.platform.Failure;
import id.gaung.web.Formats;
import id.gaung.web.Language;
import id.gaung.web.Translator;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A report's numbers in words, for templates. */
public final class NumberWords {

  /** Fewer posts than that are no base for a percentage (look.md 13). */
  private static final int FEW = 5;

  private static final String RP = "Rp";
  private static final String PERCENT = "\u00a0%";

  private NumberWords() {}

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
            .map(percent -> percent(percent.abs(), f))
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
      case CANCELLED, LATE, MOVED -> t.get(key, when);
      case HELD, MISSED ->
          t.get(
              post.detail().isPresent() ? key + ".held" : key,
              post.detail().map(held -> t.get("report.held." + held)).orElse(""));
      case FAILED ->
          post.detail().filter(NumberWords::passes).isPresent()
              ? t.get(key + ".passing", t.get("publishing.outcome." + post.detail().get()))
              : t.get(key, failure(post, t));
      case RETRYING -> t.get(key, failure(post, t));
      default -> t.get(key);
    };
  }

  /** What became of a post's plan, in the order in which it came about. */
  public static String events(List<PlanEvent> events, Translator t, Formats f) {
    return events.stream()
        .map(
            event ->
                t.get(
                    "report.plan.event." + event.kind().name(),
                    f.dateTime(event.at()),
                    event.to().map(f::dateTime).orElse("")))
        .collect(Collectors.joining(" "));
  }

  private static String failure(Unpublished post, Translator t) {
    return post.detail().map(kind -> t.get("platform.failure." + kind)).orElse("");
  }

  /** Of such a failure its sentence says that Gaung tries again; here it has given up. */
  private static boolean passes(String kind) {
    return Failure.Kind.valueOf(kind).passes();
  }

  /** {@code 6,32 %} of a value already in percent; the space does not break. */
  public static String percent(BigDecimal value, Formats f) {
    return f.decimal(value) + PERCENT;
  }

  /** The number, or the sign for one that is not known. */
  public static String orNone(Optional<Long> value, Translator t, Formats f) {
    return value.map(f::number).orElseGet(() -> t.get("web.none"));
  }

  /** That a network counts otherwise since a day, as it stands in the notes. */
  public static String anew(CountedAnew change, Language language, Translator t, Formats f) {
    return t.get(
        change.metric().isPresent() ? "report.counted-anew" : "report.counted-anew.all",
        change.network().label(),
        change.metric().map(m -> t.name("metric", m).toLowerCase(Locale.ROOT)).orElse(""),
        f.date(change.changedOn()),
        change.text(language));
  }

  /** How many posts a rate is made of, and whether those are few. */
  public static String base(ReportDocument report, RateLine rate, Translator t, Formats f) {
    long posts =
        RowsQuery.of(Quotient.of(rate.base())).rows(report).stream()
            .map(ReportedPost::postId)
            .distinct()
            .count();
    String base = t.get("report.n", f.number(posts));
    return posts < FEW ? base + " · " + t.get("report.small") : base;
  }

  /** What two values have in common is said once: {@code Rp760–940}, {@code 2,1–2,5 %}. */
  static String range(String low, String high) {
    String from = low.endsWith(PERCENT) ? low.substring(0, low.length() - PERCENT.length()) : low;
    return from + "–" + (high.startsWith(RP) ? high.substring(RP.length()) : high);
  }

  /** A ratio with what it divides, such as {@code 120 ÷ 4.000 = 3,00%}. */
  public static String ratio(Ratio ratio, Translator t, Formats f) {
    String worked =
        t.get(
            "report.ratio.worked",
            t.name("report.ratio.over", ratio.quotient()),
            over(ratio, ratio.over(), f),
            t.name("report.ratio.under", ratio.quotient()),
            f.number(ratio.under()),
            quotient(ratio, ratio.pooled(), t, f));
    return ratio.quotient().isCost()
        ? worked
        : worked
            + " "
            + t.get(
                "report.ratio.typical",
                quotient(ratio, ratio.mean(), t, f),
                quotient(ratio, ratio.median(), t, f));
  }

  /** What a ratio divides: rupiah of a cost, else a count. */
  public static String over(Ratio ratio, long value, Formats f) {
    return ratio.quotient().isCost() ? f.rupiah(new Rupiah(value)) : f.number(value);
  }

  /** What comes out: rupiah of a cost, else percent. */
  public static String quotient(Ratio ratio, Optional<BigDecimal> value, Translator t, Formats f) {
    return value
        .map(v -> ratio.quotient().isCost() ? f.rupiah(v) : percent(v, f))
        .orElseGet(() -> t.get("web.none"));
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
