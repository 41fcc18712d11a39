package id.gaung.collaboration;

import id.gaung.kernel.Page;
import java.util.Map;
import java.util.UUID;

/**
 * The offers of the creator who is signed in.
 *
 * @param known whether the office has registered this person as a creator
 * @param tokens of those whose links open something
 */
public record MePage(boolean known, Page<OfferRow> rows, Map<UUID, String> tokens) {

  /** Key of what is to be done; nothing more where an accepted offer's link opens nothing. */
  public String turn(Offer offer) {
    return offer.state() == OfferState.ACCEPTED && !tokens.containsKey(offer.id())
        ? "collaboration.me.over"
        : "collaboration.me.turn." + offer.state();
  }
}
