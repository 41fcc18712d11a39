package id.gaung.report;

import id.gaung.engagement.WeeklyMovement;
import id.gaung.engagement.WeeklyMovement.Known;
import id.gaung.engagement.WeeklyMovement.Observation;
import id.gaung.kernel.Week;
import id.gaung.platform.Metric;
import id.gaung.platform.NetworkModule;
import id.gaung.report.ReportInputs.ObservedRow;
import id.gaung.report.ReportInputs.PublishedRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/** How each measure of each post moved in a week. */
final class Movements {

  private record Of(UUID rendition, Metric metric) {}

  private final Week week;
  private final Map<Of, List<Observation>> observed = new HashMap<>();
  private final Map<Of, Observation> openings = new HashMap<>();
  private final Map<UUID, ObservedRow> newest = new HashMap<>();
  private final Map<Of, Why> gaps = new HashMap<>();
  private final Map<Of, Instant> deleted = new HashMap<>();

  Movements(Week week, ReportInputs from) {
    this.week = week;
    from.deleted()
        .forEach(row -> deleted.put(new Of(row.renditionId(), row.metric()), row.until()));
    from.openings()
        .forEach(
            row ->
                this.openings.put(
                    new Of(row.renditionId(), row.metric()),
                    new Observation(row.observedAt(), row.value())));
    for (ObservedRow row : from.observed()) {
      this.observed
          .computeIfAbsent(new Of(row.renditionId(), row.metric()), of -> new ArrayList<>())
          .add(new Observation(row.observedAt(), row.value()));
      newest.merge(row.renditionId(), row, ObservedRow::orLater);
    }
    Set<UUID> known = Set.copyOf(newest.keySet());
    from.openings().stream()
        .filter(row -> !known.contains(row.renditionId()))
        .forEach(row -> newest.merge(row.renditionId(), row, ObservedRow::orLater));
    from.gaps()
        .forEach(row -> this.gaps.put(new Of(row.renditionId(), row.metric()), Why.of(row.gap())));
  }

  /** Whether its newest values of the week's end were typed by a person. */
  boolean isTyped(PublishedRow post) {
    return Optional.ofNullable(newest.get(post.id())).filter(ObservedRow::typed).isPresent();
  }

  Map<Measure, Cell> cells(PublishedRow post) {
    Map<Measure, Cell> cells = new EnumMap<>(Measure.class);
    for (Metric metric : Metric.values()) {
      cells.put(Measure.of(metric), metric(post, metric));
    }
    cells.put(Measure.INTERACTIONS, interactions(post, cells));
    return cells;
  }

  private Cell metric(PublishedRow post, Metric metric) {
    Known known = known(post, metric);
    List<Observation> values = known.observations();
    Optional<Instant> readAt = values.stream().map(Observation::at).max(Comparator.naturalOrder());
    WeeklyMovement moved = moved(post, known);
    if (moved.complete()) {
      return Cell.moved(moved, known.at(week), readAt);
    }
    if (post.opening() && known.begins(week)) {
      Optional<Observation> first =
          Optional.ofNullable(openings.get(new Of(post.id(), metric)))
              .filter(o -> values.isEmpty());
      OptionalLong now = known.at(week);
      return Cell.opening(
          now.isPresent() ? Optional.of(now.getAsLong()) : first.map(Observation::value),
          readAt.or(() -> first.map(Observation::at)));
    }
    return Cell.missing(why(post, metric, known), readAt);
  }

  /** An end that is known is not enough where what it moved from was deleted. */
  private Why why(PublishedRow post, Metric metric, Known known) {
    if (known.at(week).isPresent() || known.isDeleted(week)) {
      return Why.DELETED;
    }
    Why unread = post.measurable() ? Why.NEVER_READ : Why.UNMEASURABLE;
    Why otherwise = known.observations().isEmpty() ? unread : Why.STALE;
    return gaps.getOrDefault(new Of(post.id(), metric), otherwise);
  }

  /**
   * Engagements are one count: known at a week's end if all its parts are, and moving from one such
   * end to the next. Adding up the parts' movements instead would lose what moved in a week in
   * which one of them was missing.
   */
  private Cell interactions(PublishedRow post, Map<Measure, Cell> cells) {
    List<Metric> parts =
        NetworkModule.counts(post.network()).engagements().stream().sorted().toList();
    if (parts.isEmpty()) {
      return Cell.missing(Why.NOT_OFFERED, Optional.empty());
    }
    Known together = together(post, parts);
    Optional<Instant> readAt =
        parts.stream()
            .flatMap(part -> cells.getOrDefault(Measure.of(part), NONE).readAt().stream())
            .min(Comparator.naturalOrder());
    WeeklyMovement moved = moved(post, together);
    if (moved.complete()) {
      return Cell.moved(moved, together.at(week), readAt);
    }
    Why why = together.at(week).isPresent() ? Why.DELETED : whyNot(parts, cells);
    return why == Why.OPENING
        ? Cell.opening(together(parts, cells), readAt)
        : Cell.missing(why, readAt);
  }

  /** Their sum at each week's end at which all of them are known. */
  private Known together(PublishedRow post, List<Metric> parts) {
    List<Observation> sums = new ArrayList<>();
    for (Week at = Week.of(post.publishedAt()); at.compareTo(week) <= 0; at = at.next()) {
      OptionalLong sum = sumAt(at, post, parts);
      if (sum.isPresent()) {
        sums.add(new Observation(at.end(), sum.getAsLong()));
      }
    }
    return new Known(
        sums,
        post.frozenAt(),
        parts.stream()
            .flatMap(part -> known(post, part).deleted().stream())
            .max(Comparator.naturalOrder()));
  }

  private WeeklyMovement moved(PublishedRow post, Known known) {
    Week published = Week.of(post.publishedAt());
    return post.opening()
        ? WeeklyMovement.afterOpening(week, published, known)
        : WeeklyMovement.of(week, published, known);
  }

  /** The sum of what was counted first, if all of it was. */
  private static Optional<Long> together(List<Metric> parts, Map<Measure, Cell> cells) {
    Optional<Long> sum = Optional.of(0L);
    for (Metric part : parts) {
      Optional<Long> counted = cells.getOrDefault(Measure.of(part), NONE).lifetime();
      sum = sum.flatMap(so -> counted.map(one -> Math.addExact(so, one)));
    }
    return sum;
  }

  private static final Cell NONE = Cell.missing(Why.NEVER_READ, Optional.empty());

  private static Why whyNot(List<Metric> parts, Map<Measure, Cell> cells) {
    return parts.stream()
        .flatMap(part -> cells.getOrDefault(Measure.of(part), NONE).why().stream())
        .findFirst()
        .orElse(Why.STALE);
  }

  private OptionalLong sumAt(Week at, PublishedRow post, List<Metric> parts) {
    long sum = 0;
    for (Metric part : parts) {
      OptionalLong value = known(post, part).at(at);
      if (value.isEmpty()) {
        return OptionalLong.empty();
      }
      sum = Math.addExact(sum, value.getAsLong());
    }
    return OptionalLong.of(sum);
  }

  private Known known(PublishedRow post, Metric metric) {
    Of of = new Of(post.id(), metric);
    return new Known(
        observed.getOrDefault(of, List.of()),
        post.frozenAt(),
        Optional.ofNullable(deleted.get(of)));
  }
}
