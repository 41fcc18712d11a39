package id.gaung.collaboration;

import id.gaung.kernel.Tone;
import java.util.Set;

/** Where an offer stands, and the legal steps from there (domain.md 2.2). */
public enum OfferState {
  DRAFT,
  SENT,
  VIEWED,
  ACCEPTED,
  DECLINED,
  EXPIRED,
  WITHDRAWN;

  private Set<OfferState> next() {
    return switch (this) {
      case DRAFT -> Set.of(SENT, WITHDRAWN);
      case SENT -> Set.of(VIEWED, ACCEPTED, DECLINED, EXPIRED, WITHDRAWN);
      case VIEWED -> Set.of(ACCEPTED, DECLINED, EXPIRED, WITHDRAWN);
      case ACCEPTED, DECLINED, EXPIRED, WITHDRAWN -> Set.of();
    };
  }

  public boolean canBecome(OfferState state) {
    return next().contains(state);
  }

  /** Sent and not answered. */
  public boolean isOpen() {
    return this == SENT || this == VIEWED;
  }

  /** Whether its link opens anything. */
  public boolean hasLink() {
    return isOpen() || this == ACCEPTED;
  }

  /** Whether it waits for somebody. */
  public boolean hasTurn() {
    return this == DRAFT || hasLink();
  }

  /** How it is to be taken. */
  public Tone tone() {
    return switch (this) {
      case ACCEPTED -> Tone.GOOD;
      case SENT, VIEWED -> Tone.INFO;
      case EXPIRED -> Tone.WAIT;
      case DRAFT, DECLINED, WITHDRAWN -> Tone.PLAIN;
    };
  }

  /** Of the sprite. */
  public String icon() {
    return switch (this) {
      case DRAFT -> "circle-dashed";
      case SENT -> "send";
      case VIEWED -> "eye";
      case ACCEPTED -> "check";
      case EXPIRED -> "clock";
      case DECLINED, WITHDRAWN -> "x";
    };
  }
}
