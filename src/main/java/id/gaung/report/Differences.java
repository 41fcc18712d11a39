package id.gaung.report;

import id.gaung.report.Comparison.MetricLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Finds which numbers of the week differ between two versions of its report. */
final class Differences {

  private Differences() {}

  private record Fact(Optional<UUID> rendition, Optional<Measure> measure, String field) {}

  /** Numbers of the whole week first, then those of the posts. */
  static List<Difference> between(ReportDocument before, ReportDocument after) {
    Map<Fact, String> old = facts(before);
    Map<Fact, String> now = facts(after);
    // A version that counted accounts alone cannot differ in what it did not count.
    if (before.pageOne().isPresent() && after.pageOne().isPresent()) {
      posts(old, before.pageOne().get());
      posts(now, after.pageOne().get());
    }
    Set<Fact> all = new LinkedHashSet<>(now.keySet());
    all.addAll(old.keySet());
    List<Difference> differences = new ArrayList<>();
    for (Fact fact : all) {
      Optional<String> a = Optional.ofNullable(old.get(fact));
      Optional<String> b = Optional.ofNullable(now.get(fact));
      if (!a.equals(b)) {
        differences.add(new Difference(fact.rendition(), fact.measure(), fact.field(), a, b));
      }
    }
    return List.copyOf(differences);
  }

  private static Map<Fact, String> facts(ReportDocument document) {
    Map<Fact, String> facts = new LinkedHashMap<>();
    week(facts, "planned", document.plan().planned());
    week(facts, "published", document.plan().published());
    week(facts, "complete", document.coverage().complete());
    week(facts, "measured", document.coverage().measured());
    week(facts, "hidden", document.coverage().hidden());
    for (MetricLine line : document.metrics()) {
      Optional<Measure> measure = Optional.of(line.measure());
      Totals totals = line.totals();
      optional(facts, new Fact(Optional.empty(), measure, "growth"), totals.growth());
      optional(facts, new Fact(Optional.empty(), measure, "correction"), totals.correction());
      optional(facts, new Fact(Optional.empty(), measure, "late"), totals.late());
    }
    for (RateLine rate : document.rates()) {
      String base = rate.base().name();
      optional(facts, ofWeek("rate-pooled." + base), rate.pooled());
      optional(facts, ofWeek("rate-median." + base), rate.median());
    }
    optional(facts, ofWeek("cost-per-engagement"), document.costs().perInteraction());
    optional(facts, ofWeek("cost-per-mille"), document.costs().perMille());
    document.rows().forEach(row -> post(facts, row));
    return facts;
  }

  private static void post(Map<Fact, String> facts, ReportedPost row) {
    Optional<UUID> id = Optional.of(row.renditionId());
    optional(facts, new Fact(id, Optional.empty(), "removed"), row.removedAt());
    for (Measure measure : Measure.values()) {
      Cell cell = row.cell(measure);
      if (cell.complete()) {
        Optional<Measure> of = Optional.of(measure);
        optional(facts, new Fact(id, of, "growth"), cell.growth());
        optional(facts, new Fact(id, of, "correction"), cell.correction());
        optional(facts, new Fact(id, of, "late"), cell.late());
      }
    }
  }

  private static void posts(Map<Fact, String> facts, PageOne page) {
    week(facts, "posts-planned", page.planned());
    week(facts, "posts-published", page.published());
  }

  private static Fact ofWeek(String field) {
    return new Fact(Optional.empty(), Optional.empty(), field);
  }

  private static void week(Map<Fact, String> facts, String field, int value) {
    facts.put(ofWeek(field), Integer.toString(value));
  }

  private static void optional(Map<Fact, String> facts, Fact fact, Optional<?> value) {
    value.ifPresent(v -> facts.put(fact, v.toString()));
  }
}
