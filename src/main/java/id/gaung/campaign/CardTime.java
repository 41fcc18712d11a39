package id.gaung.campaign;

import id.gaung.web.Formats;
import id.gaung.web.Translator;
import java.util.Optional;

/** What the time on a card of the board is. */
public final class CardTime {

  private CardTime() {}

  /** The time that matters there, in words; nothing where it is over. */
  public static Optional<String> of(CreatorOnBoard card, Translator t, Formats f) {
    if (!card.accepted()) {
      return Optional.of(t.get("campaign.answer-by", f.dayHour(card.respondBy())));
    }
    return switch (card.state()) {
      case "ASSIGNED" -> Optional.of(t.get("campaign.card.draft-by", f.day(card.dueOn())));
      case "SUBMITTED" -> card.submittedAt().map(at -> t.get("campaign.since", f.dayHour(at)));
      case "CHANGES_REQUESTED", "APPROVED" ->
          card.submittedAt().map(at -> t.get("campaign.card.draft-of", f.dayHour(at)));
      case "SCHEDULED" -> card.postAt().map(at -> t.get("campaign.card.goes-out", f.dayHour(at)));
      case "LIVE", "REMOVED" -> card.postAt().map(at -> t.get("campaign.card.out", f.dayHour(at)));
      case "MISSED" -> card.postAt().map(at -> t.get("campaign.card.was-due", f.dayHour(at)));
      default -> Optional.empty();
    };
  }
}
