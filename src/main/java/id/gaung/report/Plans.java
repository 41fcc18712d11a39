package id.gaung.report;

import id.gaung.report.FiguresDao.DueRow;
import id.gaung.report.FiguresDao.EventRow;
import id.gaung.report.Plan.CameOut;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Sets what was planned against what became of it. */
final class Plans {

  private final Map<UUID, List<PlanEvent>> events = new HashMap<>();
  private final Instant cut;

  private Plans(List<EventRow> rows, Instant cut) {
    this.cut = cut;
    for (EventRow row : rows) {
      events
          .computeIfAbsent(row.renditionId(), id -> new ArrayList<>())
          .add(
              new PlanEvent(
                  PlanEvent.Kind.valueOf(row.kind()), row.at(), row.dueTo(), row.reason()));
    }
  }

  /**
   * @param cut the week's end
   */
  static Plan of(ReportInputs from, Instant cut) {
    Plans plans = new Plans(from.events(), cut);
    List<Unpublished> not = new ArrayList<>();
    List<CameOut> out = new ArrayList<>();
    for (DueRow row : from.planned()) {
      if (row.publishedAt().filter(at -> at.isBefore(cut)).isPresent()) {
        out.add(plans.cameOut(row));
      } else {
        not.add(plans.unpublished(row));
      }
    }
    return new Plan(
        from.planned().size(),
        out.size(),
        not,
        out,
        from.beyondPlan().stream().map(plans::cameOut).toList());
  }

  private List<PlanEvent> events(DueRow row) {
    return events.getOrDefault(row.id(), List.of());
  }

  private CameOut cameOut(DueRow row) {
    Instant at = row.publishedAt().orElseThrow();
    return new CameOut(
        row.id(),
        row.dueAt(),
        at,
        events(row).stream().filter(event -> !event.at().isAfter(at)).toList());
  }

  private Unpublished unpublished(DueRow row) {
    Optional<PlanEvent> stood = standing(row);
    Unpublished.Reason reason =
        stood.map(event -> Unpublished.Reason.valueOf(event.kind().name())).orElse(since(row));
    return new Unpublished(
        row.id(),
        row.postId(),
        row.campaignId(),
        row.campaign(),
        row.channel(),
        row.network(),
        row.dueAt(),
        PostRows.beginning(row.text()),
        reason,
        detail(row, reason, stood),
        at(row, reason, stood),
        events(row),
        row.publishedAt());
  }

  /** What had become of it when the week ended; empty if it could still come out then. */
  private Optional<PlanEvent> standing(DueRow row) {
    Optional<PlanEvent> stood = Optional.empty();
    for (PlanEvent event : events(row)) {
      if (event.at().isBefore(cut)) {
        stood = Optional.of(event).filter(this::ends);
      }
    }
    return stood;
  }

  private boolean ends(PlanEvent event) {
    return switch (event.kind()) {
      case MISSED, FAILED, CANCELLED -> true;
      case MOVED -> event.to().filter(to -> !to.isBefore(cut)).isPresent();
      case RETRIED, REMOVED -> false;
    };
  }

  /** What became of it after the week, or has not yet. */
  private static Unpublished.Reason since(DueRow row) {
    if (row.publishedAt().isPresent()) {
      return Unpublished.Reason.LATE;
    }
    return switch (row.state()) {
      case "CANCELLED" -> Unpublished.Reason.CANCELLED;
      case "MISSED" -> Unpublished.Reason.MISSED;
      case "FAILED" -> Unpublished.Reason.FAILED;
      case "UNCERTAIN" -> Unpublished.Reason.UNCERTAIN;
      case "RETRYING" -> Unpublished.Reason.RETRYING;
      case "HANDED_OVER" -> Unpublished.Reason.HANDED_OVER;
      case "DRAFT", "IN_REVIEW" -> Unpublished.Reason.NOT_APPROVED;
      default ->
          row.heldReason().isPresent() ? Unpublished.Reason.HELD : Unpublished.Reason.WAITING;
    };
  }

  private static Optional<String> detail(
      DueRow row, Unpublished.Reason reason, Optional<PlanEvent> stood) {
    return switch (reason) {
      case FAILED -> stood.flatMap(PlanEvent::reason).or(row::failureKind);
      case RETRYING -> row.failureKind();
      case MISSED -> stood.flatMap(PlanEvent::reason).or(row::heldReason);
      case HELD -> row.heldReason();
      default -> Optional.empty();
    };
  }

  private static Optional<Instant> at(
      DueRow row, Unpublished.Reason reason, Optional<PlanEvent> stood) {
    return switch (reason) {
      case MOVED -> stood.flatMap(PlanEvent::to);
      case CANCELLED -> stood.map(PlanEvent::at).or(row::endedAt);
      default -> row.publishedAt();
    };
  }
}
