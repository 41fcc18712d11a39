package id.gaung.collaboration;

import id.gaung.kernel.Tone;
import java.util.Set;

/** Where a deliverable stands, and the legal steps from there (domain.md 2.2). */
public enum DeliverableState {
  ASSIGNED,
  SUBMITTED,
  CHANGES_REQUESTED,
  APPROVED,
  SCHEDULED,
  LIVE,
  REMOVED,
  MISSED,
  CANCELLED;

  private Set<DeliverableState> next() {
    return switch (this) {
      case ASSIGNED, CHANGES_REQUESTED -> Set.of(SUBMITTED, MISSED, CANCELLED);
      case SUBMITTED -> Set.of(CHANGES_REQUESTED, APPROVED, CANCELLED);
      // Live without being scheduled: a post that was called off turns out to be out there.
      case APPROVED -> Set.of(SCHEDULED, LIVE, CANCELLED);
      case SCHEDULED -> Set.of(APPROVED, LIVE, MISSED);
      case MISSED -> Set.of(APPROVED, SCHEDULED, LIVE);
      // What was taken for its post was another one.
      case LIVE -> Set.of(REMOVED, APPROVED);
      // Its post was taken for gone by mistake.
      case REMOVED -> Set.of(LIVE);
      case CANCELLED -> Set.of();
    };
  }

  public boolean canBecome(DeliverableState state) {
    return next().contains(state);
  }

  /** Whether the creator's next draft is awaited. */
  public boolean awaitsDraft() {
    return this == ASSIGNED || this == CHANGES_REQUESTED;
  }

  /** Whether something still has to happen before its campaign can be closed. */
  public boolean isUnfinished() {
    return awaitsDraft() || this == SUBMITTED || this == APPROVED || this == SCHEDULED;
  }

  /** Whether staff may still call it off. */
  public boolean canBeCancelled() {
    return canBecome(CANCELLED);
  }

  /** How it is to be taken. */
  public Tone tone() {
    return switch (this) {
      case APPROVED, LIVE -> Tone.GOOD;
      case SCHEDULED -> Tone.INFO;
      case SUBMITTED, CHANGES_REQUESTED -> Tone.WAIT;
      case REMOVED, MISSED -> Tone.BAD;
      case ASSIGNED, CANCELLED -> Tone.PLAIN;
    };
  }

  /** Of the sprite. */
  public String icon() {
    return switch (this) {
      case ASSIGNED, CHANGES_REQUESTED -> "pencil";
      case SUBMITTED -> "eye";
      case APPROVED, LIVE -> "check";
      case SCHEDULED, MISSED -> "clock";
      case REMOVED -> "alert";
      case CANCELLED -> "x";
    };
  }
}
