package id.gaung.publishing;

import id.gaung.kernel.Tone;
import java.util.EnumSet;
import java.util.Set;

/** Where a rendition stands, and where it may go from there. */
public enum RenditionState {
  /** Sent back by the reviewer; being written again. */
  DRAFT,
  /** Composed without a creator's approved content: somebody else looks at it first. */
  IN_REVIEW,
  /** Goes out at its time. */
  SCHEDULED,
  /** An attempt is under way; nobody but its engine may touch it. */
  PUBLISHING,
  /** An attempt did not succeed, or the network is still working; another one follows by itself. */
  RETRYING,
  /** A request left and nobody knows what became of it; being looked up, never repeated blindly. */
  UNCERTAIN,
  /** Due, and with the person who puts it out by hand, until its address is known. */
  HANDED_OVER,
  PUBLISHED,
  /** Refused for good, or too often. */
  FAILED,
  /** Its time passed, grace included, without it going out. */
  MISSED,
  CANCELLED,
  /** It was out and is gone from the network. */
  REMOVED;

  private static final Set<RenditionState> QUEUED = EnumSet.of(SCHEDULED, RETRYING, UNCERTAIN);

  public boolean canBecome(RenditionState next) {
    return followers().contains(next);
  }

  private Set<RenditionState> followers() {
    return switch (this) {
      case DRAFT -> EnumSet.of(IN_REVIEW, CANCELLED);
      case IN_REVIEW -> EnumSet.of(SCHEDULED, DRAFT, CANCELLED);
      // Out at once where a person puts it out and is a little early.
      case SCHEDULED -> EnumSet.of(PUBLISHING, PUBLISHED, MISSED, CANCELLED);
      case PUBLISHING -> EnumSet.of(PUBLISHED, RETRYING, UNCERTAIN, FAILED, HANDED_OVER);
      case HANDED_OVER -> EnumSet.of(PUBLISHED, SCHEDULED, MISSED, CANCELLED);
      case RETRYING -> EnumSet.of(PUBLISHING, MISSED, CANCELLED);
      case UNCERTAIN -> EnumSet.of(PUBLISHED, RETRYING, FAILED, MISSED, CANCELLED, HANDED_OVER);
      // A post that a person put out late is out all the same, once its address is given.
      case MISSED -> EnumSet.of(SCHEDULED, PUBLISHED, CANCELLED);
      case FAILED -> EnumSet.of(SCHEDULED, CANCELLED);
      case PUBLISHED -> EnumSet.of(REMOVED);
      // What a person marked as gone by mistake.
      case REMOVED -> EnumSet.of(PUBLISHED);
      case CANCELLED -> EnumSet.noneOf(RenditionState.class);
    };
  }

  /** Whether the queue takes it up by itself. */
  public boolean isQueued() {
    return QUEUED.contains(this);
  }

  /** Whether it may still go out, or is out, without anybody doing anything. */
  public boolean isUnderWay() {
    return this == DRAFT
        || this == IN_REVIEW
        || this == PUBLISHING
        || this == HANDED_OVER
        || isQueued();
  }

  /** Whether a person may have it published once more. */
  public boolean isRetriable() {
    return this == FAILED || this == MISSED;
  }

  /** Whether its time may be changed. */
  public boolean isMovable() {
    return this == DRAFT
        || this == IN_REVIEW
        || this == SCHEDULED
        || this == HANDED_OVER
        || this == FAILED
        || this == MISSED;
  }

  /** How it is to be taken. */
  public Tone tone() {
    return switch (this) {
      case PUBLISHED -> Tone.GOOD;
      case FAILED, MISSED, REMOVED -> Tone.BAD;
      case UNCERTAIN, RETRYING, IN_REVIEW, HANDED_OVER -> Tone.WAIT;
      case SCHEDULED, PUBLISHING -> Tone.INFO;
      case DRAFT, CANCELLED -> Tone.PLAIN;
    };
  }

  /** Of the sprite. */
  public String icon() {
    return switch (this) {
      case PUBLISHED -> "check";
      case FAILED, REMOVED -> "alert";
      case MISSED, RETRYING, SCHEDULED -> "clock";
      case UNCERTAIN -> "search";
      case HANDED_OVER -> "phone";
      case IN_REVIEW -> "eye";
      case PUBLISHING -> "send";
      case DRAFT -> "pencil";
      case CANCELLED -> "x";
    };
  }
}
