package id.gaung.publishing;

import id.gaung.audit.Change;
import id.gaung.audit.Contributions;
import id.gaung.audit.Foundation;
import id.gaung.campaign.Campaign;
import id.gaung.campaign.Campaigns;
import id.gaung.collaboration.ApprovedContent;
import id.gaung.collaboration.Deliverables;
import id.gaung.kernel.Actor;
import id.gaung.kernel.FieldError;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Wita;
import id.gaung.publishing.PostDao.NewRendition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Stores posts as they are composed: all of one, its accounts and its marks, or nothing. */
final class PostStore {

  private final Foundation foundation;
  private final PostDao dao;
  private final Campaigns campaigns;
  private final Deliverables deliverables;
  private final Twins twins;
  private final PlanHistory history;
  private final Contributions contributions;

  PostStore(
      Foundation foundation,
      PostDao dao,
      Campaigns campaigns,
      Deliverables deliverables,
      Twins twins) {
    this.foundation = foundation;
    this.dao = dao;
    this.campaigns = campaigns;
    this.deliverables = deliverables;
    this.twins = twins;
    this.history = new PlanHistory(foundation);
    this.contributions = new Contributions(foundation);
  }

  /**
   * What a post is made of.
   *
   * @param approved empty for one of the office's own
   * @param card of a link, where nothing else is shown
   * @param videos those of its media that are videos
   */
  record Source(
      Optional<ApprovedContent> approved,
      UUID campaignId,
      List<UUID> products,
      PostCard card,
      Set<UUID> videos) {

    RenditionState first(ComposedRendition rendition) {
      return approved.filter(rendition::isAsApproved).isPresent()
          ? RenditionState.SCHEDULED
          : RenditionState.IN_REVIEW;
    }
  }

  /**
   * Joins the caller's transaction.
   *
   * @return the post's id
   * @throws Problem if the campaign is over, the content is posted already, or an account has the
   *     same text at the same time and that was not confirmed
   */
  UUID add(Actor by, ComposePost command, Source source) {
    twins.lock(command.renditions().stream().map(ComposedRendition::channelId).toList());
    UUID campaignId = source.campaignId();
    Campaign campaign = campaigns.hold(campaignId);
    if (CampaignGate.of(campaign.state()) == CampaignGate.OVER) {
      throw Problem.conflict("publishing.refused.campaign-over");
    }
    List<FieldError> late =
        command.renditions().stream()
            .filter(r -> campaign.isOver(r.dueAt().toLocalDate()))
            .map(r -> RenditionActs.afterItsCampaign("dueAt-" + r.channelId(), campaign))
            .toList();
    if (!late.isEmpty()) {
      throw Problem.invalid(late);
    }
    command
        .deliverableId()
        .ifPresent(
            id -> {
              // Takes the deliverable's lock, under which the next question is safe.
              deliverables.scheduled(Set.of(id), by);
              if (dao.isPosted(id)) {
                throw Problem.conflict("publishing.refused.posted");
              }
            });
    twins.ask(
        command.renditions().stream()
            .map(
                r ->
                    new Twins.Planned(
                        foundation.ids().next(), r.channelId(), r.text(), Wita.instant(r.dueAt())))
            .toList(),
        command.confirmTwin());
    Instant now = foundation.clock().instant();
    UUID postId = foundation.ids().next();
    dao.insert(
        new PostRow(
            postId, campaignId, command.deliverableId(), by.id(), now, source.card().stored()));
    dao.insertProducts(postId, source.products());
    List<NewRendition> renditions = new ArrayList<>();
    List<RenditionPicture> pictures = new ArrayList<>();
    for (ComposedRendition r : command.renditions()) {
      UUID id = foundation.ids().next();
      Instant due = Wita.instant(r.dueAt());
      RenditionState state = source.first(r);
      renditions.add(
          new NewRendition(
              id,
              postId,
              r.channelId(),
              r.text().strip(),
              due,
              state,
              now,
              new PostOptions(r.options()).stored()));
      int position = 1;
      for (ComposePost.PictureChoice p : r.pictures()) {
        pictures.add(
            new RenditionPicture(
                id,
                position++,
                p.photoId(),
                p.altText().strip(),
                source.videos().contains(p.photoId())));
      }
      foundation
          .audit()
          .record(
              Change.of(by, Changes.action(state), "rendition", id)
                  .with("to", state)
                  .with("channel", r.channelId())
                  .with("dueAt", due));
    }
    dao.insertRenditions(renditions);
    history.planned(by, renditions);
    contributions.record(by, Contributions.Kind.POST, postId, 0);
    dao.insertPictures(pictures);
    foundation
        .audit()
        .record(Change.of(by, "post.composed", "post", postId).with("campaign", campaignId));
    return postId;
  }
}
