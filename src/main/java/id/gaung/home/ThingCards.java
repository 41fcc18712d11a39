package id.gaung.home;

import id.gaung.campaign.Campaign;
import id.gaung.campaign.Campaigns;
import id.gaung.collaboration.WorkCounts;
import id.gaung.collaboration.WorkCounts.WaitingDraft;
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
    Map<UUID, Campaign> of = campaigns.find(all.stream().map(Slot::campaignId).distinct().toList());
    List<Slot> shown =
        all.stream()
            .filter(slot -> slot.row().state() == state)
            .filter(
                slot ->
                    state == RenditionState.UNCERTAIN
                        || Optional.ofNullable(of.get(slot.campaignId()))
                            .filter(campaign -> !campaign.state().isEnded())
                            .isPresent())
            .limit(CampaignLinks.SHOWN)
            .toList();
    if (shown.isEmpty()) {
      return Card.ifAny(key, count, "/publishing");
    }
    return Card.ifAny(
        key,
        count,
        Card.Whose.READER,
        shown.stream()
            .map(
                slot ->
                    CardLink.thing(
                        slot.name(),
                        "/posts/" + slot.postId(),
                        slot.photoId(),
                        slot.at(),
                        Optional.ofNullable(of.get(slot.campaignId())).map(Campaign::name)))
            .toList());
  }

  /** Each draft by itself, the longest waiting first. */
  Optional<Card> drafts(long count) {
    List<WaitingDraft> oldest = count == 0 ? List.of() : work.waitingDrafts(CampaignLinks.SHOWN);
    return drafts("drafts", count, oldest, campaignsOf(oldest), "/deliverables/");
  }

  /** Approved content by itself, the one that came first before the others. */
  Optional<Card> withoutPost(long count) {
    List<WaitingDraft> open = count == 0 ? List.of() : work.approvedDrafts(CampaignLinks.SHOWN);
    return drafts("without-post", count, open, campaignsOf(open), "/posts/new?deliverable=");
  }

  private Map<UUID, Campaign> campaignsOf(List<WaitingDraft> drafts) {
    return campaigns.find(drafts.stream().map(WaitingDraft::campaignId).distinct().toList());
  }

  private static Optional<Card> drafts(
      String key, long count, List<WaitingDraft> all, Map<UUID, Campaign> of, String place) {
    return Card.ifAny(
        key,
        count,
        Card.Whose.READER,
        all.stream()
            .limit(CampaignLinks.SHOWN)
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
