package id.gaung.publishing;

import id.gaung.campaign.CampaignState;
import id.gaung.campaign.Campaigns;
import id.gaung.channel.Accounts;
import id.gaung.channel.Budget;
import id.gaung.channel.OpenChannel;
import id.gaung.channel.Work;
import id.gaung.media.MediaItem;
import id.gaung.publishing.JournalDao.Ready;
import id.gaung.publishing.JournalDao.TurnRow;
import id.gaung.publishing.Lanes.WorkItem;
import id.gaung.publishing.QueueDao.Claimed;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The checks of the last moment before a call leaves. */
final class PublishPreconditions {

  private final QueueDao dao;
  private final Campaigns campaigns;
  private final Accounts accounts;
  private final MediaSource media;
  private final PublishingRules rules;

  PublishPreconditions(
      QueueDao dao,
      Campaigns campaigns,
      Accounts accounts,
      MediaSource media,
      PublishingRules rules) {
    this.dao = dao;
    this.campaigns = campaigns;
    this.accounts = accounts;
    this.media = media;
    this.rules = rules;
  }

  /** What the other features say about all of them; one question each. */
  Facts ask(Collection<WorkItem> items) {
    Set<UUID> campaignIds =
        items.stream().map(i -> i.rendition().campaignId()).collect(Collectors.toSet());
    Set<UUID> channelIds = items.stream().map(WorkItem::channelId).collect(Collectors.toSet());
    Set<UUID> shown =
        items.stream()
            .flatMap(i -> i.pictures().stream())
            .map(RenditionPicture::photoId)
            .collect(Collectors.toSet());
    Map<UUID, OpenChannel> open = accounts.open(channelIds);
    return new Facts(
        dao.stopped(),
        campaigns.states(campaignIds),
        open,
        shown.isEmpty() ? Map.of() : media.items(shown),
        accounts.budgets().forPublishing(open.values().stream().map(OpenChannel::channel).toList()),
        rules);
  }

  /** The answers. */
  record Facts(
      boolean stopped,
      Map<UUID, CampaignState> campaigns,
      Map<UUID, OpenChannel> channels,
      Map<UUID, MediaItem> media,
      Map<UUID, Budget> budgets,
      PublishingRules rules) {

    OpenChannel open(UUID channelId) {
      return Optional.ofNullable(channels.get(channelId)).orElseThrow();
    }

    /** What stands against beginning now; empty if nothing does. */
    Optional<TurnRow> against(WorkItem item, Ready row, Instant now) {
      Claimed rendition = item.rendition();
      if (row.state() == RenditionState.UNCERTAIN) {
        return canLookUp(rendition, now);
      }
      if (now.isAfter(row.graceFrom().plus(rules.grace()))) {
        // Too late. The sweep, which tells who has to know, finds it before the queue does again.
        return Optional.of(wait(row.id(), row.state(), now.plusSeconds(1)));
      }
      if (stopped) {
        return held(row, HeldReason.STOPPED, now);
      }
      CampaignGate campaign =
          Optional.ofNullable(campaigns.get(rendition.campaignId()))
              .map(CampaignGate::of)
              .orElse(CampaignGate.HELD);
      if (campaign == CampaignGate.OVER) {
        return Optional.of(cancelled(row));
      }
      if (campaign == CampaignGate.HELD) {
        return held(row, HeldReason.CAMPAIGN, now);
      }
      if (item.pictures().stream().anyMatch(shown -> isForbidden(shown, rendition, now))) {
        return held(row, HeldReason.LICENCE, now);
      }
      return channel(item, row, now);
    }

    /** Whether its licence has ended since it was planned, or was taken from that network. */
    private boolean isForbidden(RenditionPicture shown, Claimed rendition, Instant now) {
      MediaItem item = media.get(shown.photoId());
      OpenChannel open = channels.get(rendition.channelId());
      return item != null
          && (item.isOver(now) || (open != null && !item.mayBeOn(open.channel().network().path())));
    }

    private Optional<TurnRow> channel(WorkItem item, Ready row, Instant now) {
      Budget budget = budgets.get(item.channelId());
      if (budget == null) {
        return held(row, HeldReason.CHANNEL, now);
      }
      if (open(item.channelId()).channel().isByHand()) {
        return Optional.empty();
      }
      return budget
          .against(Work.PUBLISH, item.load())
          .map(wait -> wait(row.id(), row.state(), wait.until()));
    }

    /** A look-up publishes nothing, so neither a stop nor a paused campaign stands against it. */
    private Optional<TurnRow> canLookUp(Claimed rendition, Instant now) {
      OpenChannel open = channels.get(rendition.channelId());
      Optional<Instant> until =
          open == null
              ? Optional.of(now.plus(Duration.ofMinutes(1)))
              : Optional.of(budgets.getOrDefault(rendition.channelId(), Budget.FREE))
                  .filter(budget -> !open.channel().isByHand())
                  .flatMap(Budget::lookUps);
      return until.map(at -> wait(rendition.id(), RenditionState.UNCERTAIN, at));
    }

    private static TurnRow wait(UUID id, RenditionState state, Instant until) {
      return new TurnRow(id, state, Optional.of(until), Optional.empty(), Optional.empty());
    }

    private Optional<TurnRow> held(Ready row, HeldReason why, Instant now) {
      return Optional.of(
          new TurnRow(
              row.id(),
              row.state(),
              Optional.of(now.plus(rules.heldAgain())),
              Optional.of(why),
              Optional.empty()));
    }

    private static TurnRow cancelled(Ready row) {
      return new TurnRow(
          row.id(),
          RenditionState.CANCELLED,
          Optional.empty(),
          Optional.empty(),
          Optional.of("CAMPAIGN_OVER"));
    }
  }
}
