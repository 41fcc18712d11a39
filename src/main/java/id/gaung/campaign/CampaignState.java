package id.gaung.campaign;

import id.gaung.kernel.Tone;
import java.util.Arrays;

/** Where a campaign stands. Which state may follow is said by {@link CampaignStep} alone. */
public enum CampaignState {
  DRAFT,
  SUBMITTED,
  APPROVED,
  ACTIVE,
  PAUSED,
  COMPLETED,
  CLOSED,
  CANCELLED;

  /** Nothing more happens to it. */
  public boolean isTerminal() {
    return this == CLOSED || this == CANCELLED;
  }

  /** Whether nothing of it is made or published any more; its view says the same. */
  public boolean isEnded() {
    return this == COMPLETED || isTerminal();
  }

  /** Whether creators may be invited and may accept. */
  public boolean takesOffers() {
    return this == APPROVED || this == ACTIVE;
  }

  /** Whether the text of the brief may still change, by a new version. */
  public boolean takesBriefVersions() {
    return this == APPROVED || this == ACTIVE || this == PAUSED;
  }

  public boolean canBecome(CampaignState next) {
    return Arrays.stream(CampaignStep.values())
        .anyMatch(step -> step.isFrom(this) && step.to() == next);
  }

  /** How it is to be taken. */
  public Tone tone() {
    return switch (this) {
      case ACTIVE -> Tone.GOOD;
      case APPROVED -> Tone.INFO;
      case SUBMITTED, PAUSED -> Tone.WAIT;
      case DRAFT, COMPLETED, CLOSED, CANCELLED -> Tone.PLAIN;
    };
  }

  /** Of the sprite. */
  public String icon() {
    return switch (this) {
      case DRAFT -> "circle-dashed";
      case SUBMITTED -> "clock";
      case APPROVED, COMPLETED -> "check";
      case ACTIVE -> "live";
      case PAUSED -> "pause";
      case CLOSED -> "shield";
      case CANCELLED -> "x";
    };
  }
}
