package id.gaung.home;

import id.gaung.campaign.Campaign;
import id.gaung.campaign.Campaigns;
import id.gaung.collaboration.WorkCounts;
import id.gaung.collaboration.WorkCounts.WaitingDraft;
import id.gaung.home.Card.CardLink;
import id.gaung.publishing.PostSlots.Slot;
import id.gaung.publishing.RenditionState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Cards that show posts and drafts themselves, each with its picture. */
final class ThingCards {

  private final WorkCounts work;
  private final Campaigns campaigns;

  ThingCards(WorkCounts work, Campaigns campaigns) {
    this.work = work;
    this.campaigns = campaigns;
  }

  /**
   * Each by itself, the oldest first; where none is told by itself, all of them by their number.
   */
  Optional<Card> posts(String key, long count, List<Slot> all, RenditionState state) {
    List<Slot> shown =
        all.stream()
            .filter(slot -> slot.row().state() == state)
            .limit(CampaignLinks.SHOWN)
            .toList();
    if (shown.isEmpty()) {
      return Card.ifAny(key, count, "/publishing");
    }
    Map<UUID, Campaign> of = campaigns.find(shown.stream().map(Slot::campaignId).toList());
    return Card.ifAny(
        key,
        count,
        Card.Whose.READER,
        shown.stream()
            .map(
                slot ->
                    CardLink.thing(
                        slot.excerpt(),
                        "/posts/" + slot.postId(),
                        slot.photoId(),
                        slot.at(),
                        Optional.ofNullable(of.get(slot.campaignId())).map(Campaign::name)))
            .toList());
  }

  /** Each draft by itself, the longest waiting first. */
  Optional<Card> drafts(long count) {
    return drafts(
        "drafts",
        count,
        count == 0 ? List.of() : work.waitingDrafts(CampaignLinks.SHOWN),
        "/deliverables/");
  }

  /** Approved content by itself, the one that came first before the others. */
  Optional<Card> withoutPost(long count) {
    return drafts(
        "without-post",
        count,
        count == 0 ? List.of() : work.approvedDrafts(CampaignLinks.SHOWN),
        "/posts/new?deliverable=");
  }

  private Optional<Card> drafts(
      String key, long count, List<WaitingDraft> oldest, String place) {
    Map<UUID, Campaign> of =
        campaigns.find(oldest.stream().map(WaitingDraft::campaignId).distinct().toList());
    return Card.ifAny(
        key,
        count,
        Card.Whose.READER,
        oldest.stream()
            .map(
                draft ->
                    CardLink.thing(
                        draft.creatorName() + ": " + draft.title(),
                        place + draft.id(),
                        draft.photoId(),
                        draft.since(),
                        Optional.ofNullable(of.get(draft.campaignId())).map(Campaign::name)))
            .toList());
  }
}
