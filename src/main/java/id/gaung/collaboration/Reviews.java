package id.gaung.collaboration;

import id.gaung.audit.Change;
import id.gaung.audit.Contributions;
import id.gaung.audit.Foundation;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Permissions;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What staff say to drafts. */
public final class Reviews {

  /** After so many requests for changes only approval or cancellation is left. */
  public static final int MAX_CHANGE_ROUNDS = 2;

  private final DeliverableDao dao;
  private final Foundation foundation;
  private final Contributions contributions;

  private final OfferMails mails;

  Reviews(Foundation foundation, OfferMails mails) {
    this.mails = mails;
    this.dao = foundation.jdbi().onDemand(DeliverableDao.class);
    this.foundation = foundation;
    this.contributions = new Contributions(foundation);
  }

  /**
   * A deliverable with every round.
   *
   * @throws Problem not found
   */
  public WorkItem item(UUID deliverableId) {
    Deliverable deliverable =
        dao.all(List.of(deliverableId)).stream().findFirst().orElseThrow(Problem::notFound);
    return new WorkItem(deliverable, dao.submissions(List.of(deliverableId)));
  }

  /**
   * Approves the newest draft: from now on it may be published.
   *
   * @throws Problem forbidden if this person, who is a creator too, sent drafts of it
   */
  public void approve(Actor by, UUID id, ApproveDraft order) {
    Permissions.require(by, Role.STAFF);
    foundation
        .transactions()
        .run(
            () -> {
              Deliverable deliverable = lock(id, order.version(), DeliverableState.APPROVED);
              contributions.refuseOwn(by, id, Contributions.Kind.DELIVERABLE);
              decide(by, deliverable, ReviewDecision.APPROVED, Optional.empty());
              move(
                  by,
                  deliverable,
                  DeliverableState.APPROVED,
                  "deliverable.approved",
                  Optional.empty());
            });
  }

  /**
   * Asks for changes to the newest draft.
   *
   * @throws Problem conflict once {@link #MAX_CHANGE_ROUNDS} are used up
   */
  public void requestChanges(Actor by, UUID id, RequestChanges request) {
    Permissions.require(by, Role.STAFF);
    Optional<String> comment = Optional.of(request.comment().strip());
    foundation
        .transactions()
        .run(
            () -> {
              Deliverable deliverable =
                  lock(id, request.version(), DeliverableState.CHANGES_REQUESTED);
              if (deliverable.round() > MAX_CHANGE_ROUNDS) {
                throw Problem.conflict(
                    "collaboration.review.rounds-used", Integer.toString(MAX_CHANGE_ROUNDS));
              }
              decide(by, deliverable, ReviewDecision.CHANGES_REQUESTED, comment);
              move(
                  by,
                  deliverable,
                  DeliverableState.CHANGES_REQUESTED,
                  "deliverable.changes-requested",
                  comment);
              mails.revisionAsked(deliverable);
            });
  }

  /** Calls a deliverable off, with a reason. */
  public void cancel(Actor by, UUID id, ApproveDraft order) {
    Permissions.require(by, Role.STAFF);
    if (order.reason().isBlank()) {
      throw Problem.invalid("reason", "collaboration.review.reason-required");
    }
    foundation
        .transactions()
        .run(
            () ->
                move(
                    by,
                    lock(id, order.version(), DeliverableState.CANCELLED),
                    DeliverableState.CANCELLED,
                    "deliverable.cancelled",
                    Optional.of(order.reason().strip())));
  }

  private Deliverable lock(UUID id, Optional<Integer> read, DeliverableState to) {
    Deliverable deliverable =
        dao.lock(List.of(id)).stream().findFirst().orElseThrow(Problem::notFound);
    if (!deliverable.state().canBecome(to)) {
      throw Problem.conflict("collaboration.review.refused." + deliverable.state());
    }
    if (read.filter(version -> version != deliverable.version()).isPresent()) {
      throw Problem.stale();
    }
    return deliverable;
  }

  private void decide(
      Actor by, Deliverable deliverable, ReviewDecision decision, Optional<String> comment) {
    Submission draft =
        dao.submissions(List.of(deliverable.id())).stream()
            .filter(s -> s.round() == deliverable.round())
            .findFirst()
            .orElseThrow(Problem::notFound);
    dao.decide(
        new Submission(
            draft.id(),
            draft.deliverableId(),
            draft.round(),
            draft.caption(),
            draft.photoIds(),
            draft.altTexts(),
            draft.submittedAt(),
            Optional.of(decision),
            comment,
            by.id(),
            Optional.of(foundation.clock().instant()),
            draft.adLine(),
            draft.film()));
  }

  private void move(
      Actor by,
      Deliverable deliverable,
      DeliverableState to,
      String action,
      Optional<String> reason) {
    if (dao.move(deliverable.id(), deliverable.version(), to) == 0) {
      throw Problem.stale();
    }
    mails.reviewed(deliverable);
    Change change =
        Change.of(by, action, "deliverable", deliverable.id())
            .moving(deliverable.state(), to)
            .with("round", deliverable.round());
    foundation.audit().record(reason.isPresent() ? change.with("reason", reason.get()) : change);
  }

  /** What staff ask the creator to change. */
  public record RequestChanges(
      @NotBlank(message = "collaboration.review.comment-required") @Size(max = 2000) String comment,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Optional<@NotNull Integer> version) {}

  /**
   * What goes with an approval or a cancellation.
   *
   * @param reason compulsory for a cancellation
   * @param version of the deliverable that was read; refused when it changed since. Whoever comes
   *     by a door must name it; without it the newest is meant
   */
  public record ApproveDraft(
      @Size(max = 2000) String reason,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Optional<@NotNull Integer> version) {

    public static ApproveDraft plain() {
      return new ApproveDraft("", Optional.empty());
    }
  }
}
