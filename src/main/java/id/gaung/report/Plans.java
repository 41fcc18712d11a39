package id.gaung.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sets what was due against what came out. */
final class Plans {

  private Plans() {}

  /**
   * @param due in the week
   * @param cut the week's end
   */
  static Plan of(List<DueRow> due, Instant cut) {
    List<Unpublished> not = new ArrayList<>();
    List<CameOut> out = new ArrayList<>();
    for (DueRow row : due) {
      row.publishedAt()
          .filter(at -> at.isBefore(cut))
          .ifPresentOrElse(
              at -> out.add(new CameOut(row.id(), row.dueAt(), at)),
              () -> not.add(unpublished(row)));
    }
    return new Plan(due.size(), out.size(), not, out);
  }

  private static Unpublished unpublished(DueRow row) {
    Unpublished.Reason reason = reason(row);
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
        detail(row, reason),
        reason == Unpublished.Reason.LATE ? row.publishedAt() : row.cancelledAt());
  }

  private static Unpublished.Reason reason(DueRow row) {
    if (row.publishedAt().isPresent()) {
      return Unpublished.Reason.LATE;
    }
    return switch (row.state()) {
      case "CANCELLED" -> Unpublished.Reason.CANCELLED;
      case "MISSED" -> Unpublished.Reason.MISSED;
      case "FAILED" -> Unpublished.Reason.FAILED;
      case "UNCERTAIN" -> Unpublished.Reason.UNCERTAIN;
      case "RETRYING" -> Unpublished.Reason.RETRYING;
      case "DRAFT", "IN_REVIEW" -> Unpublished.Reason.NOT_APPROVED;
      default ->
          row.heldReason().isPresent() ? Unpublished.Reason.HELD : Unpublished.Reason.WAITING;
    };
  }

  private static Optional<String> detail(DueRow row, Unpublished.Reason reason) {
    return switch (reason) {
      case FAILED, RETRYING -> row.failureKind();
      case HELD, MISSED -> row.heldReason();
      default -> Optional.empty();
    };
  }
}
