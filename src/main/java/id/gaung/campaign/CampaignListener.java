package id.gaung.campaign;

import id.gaung.kernel.Actor;
import java.util.Optional;
import java.util.UUID;

/** Whoever has work that hangs on a campaign; called in the transaction of the campaign's step. */
public interface CampaignListener {

  /** The campaign has just been cancelled. */
  void cancelled(UUID campaignId, Actor by);

  /** The campaign has just ended, by the calendar or earlier by a person. */
  default void completed(UUID campaignId, Actor by) {}

  /** The key of the sentence that says why the campaign cannot be closed yet; empty if it can. */
  Optional<String> blocksClosing(UUID campaignId);
}
