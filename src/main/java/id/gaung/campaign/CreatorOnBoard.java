package id.gaung.campaign;

import id.gaung.kernel.Tone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * One creator's invitation, or one piece of accepted work.
 *
 * @param state of the piece, when the invitation was accepted
 * @param photoId of the newest draft, else of the product that it names
 * @param postAt when its post is or was first due, or went out
 */
public record CreatorOnBoard(
    CampaignOverview.Lane lane,
    String creator,
    UUID offerId,
    String offerState,
    Instant respondBy,
    UUID deliverableId,
    String title,
    LocalDate dueOn,
    String state,
    Optional<Instant> submittedAt,
    Optional<UUID> photoId,
    Optional<Instant> postAt,
    long laneTotal) {

  public boolean accepted() {
    return offerState.equals("ACCEPTED");
  }

  /** The key of the word for where it stands. */
  public String word() {
    return accepted() ? "collaboration.deliverable." + state : "collaboration.offer." + offerState;
  }

  public String href() {
    return accepted() ? "/deliverables/" + deliverableId : "/offers/" + offerId;
  }

  /** As the state says it; the states belong to a feature above this one. */
  public Tone tone() {
    return switch (accepted() ? state : offerState) {
      case "SENT", "VIEWED", "SCHEDULED" -> Tone.INFO;
      case "SUBMITTED", "CHANGES_REQUESTED", "EXPIRED" -> Tone.WAIT;
      case "APPROVED", "LIVE" -> Tone.GOOD;
      case "MISSED", "REMOVED" -> Tone.BAD;
      default -> Tone.PLAIN;
    };
  }

  public String icon() {
    return switch (accepted() ? state : offerState) {
      case "SENT" -> "send";
      case "VIEWED", "SUBMITTED" -> "eye";
      case "ASSIGNED", "CHANGES_REQUESTED" -> "pencil";
      case "DECLINED", "WITHDRAWN", "CANCELLED" -> "x";
      case "MISSED" -> "clock";
      default -> tone().icon();
    };
  }
}
