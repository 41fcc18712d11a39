package id.gaung.collaboration;

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
}
