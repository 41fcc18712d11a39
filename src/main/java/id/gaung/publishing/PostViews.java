package id.gaung.publishing;

import id.gaung.audit.Foundation;
import id.gaung.campaign.Campaign;
import id.gaung.campaign.Campaigns;
import id.gaung.catalogue.Products;
import id.gaung.channel.Channel;
import id.gaung.channel.Channels;
import id.gaung.collaboration.Deliverables;
import id.gaung.identity.People;
import id.gaung.kernel.Role;
import id.gaung.kernel.Wita;
import id.gaung.publishing.PlanHistory.PlanDao;
import id.gaung.web.Form;
import id.gaung.web.View;
import id.gaung.web.Viewer;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Puts the pages' models together, each list with one question per neighbour. */
public final class PostViews {
  private static final int LONGEST_TRAIL = 20;
  private final Posts posts;
  private final Channels channels;
  private final Campaigns campaigns;
  private final Products products;
  private final Deliverables deliverables;
  private final People people;
  private final PlanDao plans;
  private final Clock clock;
  private volatile PostMeasures measures = PostMeasures.NONE;
  private volatile PostRemovals removals = PostRemovals.NONE;
  private final Previews previews;
  private volatile PostFollowUps followUps = renditionIds -> Map.of();
  private final HandViews hands;
  private final FoundPosts found;

  PostViews(
      Posts posts,
      Channels channels,
      Campaigns campaigns,
      Products products,
      Deliverables deliverables,
      People people,
      Previews previews,
      Foundation foundation) {
    this.posts = posts;
    this.channels = channels;
    this.campaigns = campaigns;
    this.products = products;
    this.deliverables = deliverables;
    this.people = people;
    this.previews = previews;
    this.plans = foundation.jdbi().onDemand(PlanDao.class);
    this.clock = foundation.clock();
    this.hands = new HandViews(people);
    this.found = new FoundPosts(foundation);
  }

  void measuredBy(PostMeasures source) {
    measures = source;
  }

  /** Whether it is a post that was found, which has a page of its own. */
  boolean isFound(UUID postId) {
    return !found.remote(List.of(postId)).isEmpty();
  }

  void removedBy(PostRemovals source) {
    removals = source;
  }

  void followedBy(PostFollowUps source) {
    followUps = source;
  }

  HandViews hands() {
    return hands;
  }

  /** What stands in the way of those whose network asked their account to wait. */
  Map<UUID, PausedPosts.Pause> pauses(Collection<RenditionRow> rows, Map<UUID, Channel> channels) {
    return posts.paused().of(rows, channels);
  }

  Map<UUID, Channel> channels(Collection<RenditionRow> rows) {
    return channels.find(rows.stream().map(RenditionRow::channelId).collect(Collectors.toSet()));
  }

  Map<UUID, String> campaignNames(Collection<RenditionRow> rows) {
    return names(rows.stream().map(RenditionRow::campaignId).collect(Collectors.toSet()));
  }

  /** Of campaigns, in their order. */
  Map<UUID, String> names(Set<UUID> campaignIds) {
    Map<UUID, String> sorted = new LinkedHashMap<>();
    campaigns.find(campaignIds).values().stream()
        .sorted(Comparator.comparing(Campaign::name))
        .forEach(campaign -> sorted.put(campaign.id(), campaign.name()));
    return sorted;
  }

  /** The accounts on a network, by its constant's name. */
  List<UUID> on(String network) {
    return channels.all().stream()
        .filter(channel -> channel.network().name().equals(network))
        .map(Channel::id)
        .toList();
  }

  /** After a button of one account was refused: its form, or an untouched page. */
  View showAgain(Viewer viewer, UUID postId, Form form, UUID target) {
    return page(model(viewer, postId, form, Optional.of(target), Optional.empty(), ""));
  }

  /** After a button of the whole post was refused, its question again. */
  View show(Viewer viewer, UUID postId, Form form, Optional<WholePostForm.Asked> asked) {
    return page(model(viewer, postId, form, Optional.empty(), asked, ""));
  }

  /**
   * @param done what was just done to it, a button's name; else empty
   */
  View show(Viewer viewer, UUID postId, String done) {
    return page(model(viewer, postId, Form.empty(), Optional.empty(), Optional.empty(), done));
  }

  /**
   * What changes by itself; empty if nothing did since the page was made.
   *
   * @param seen the digest of the standing that the page shows
   */
  Optional<View> live(Viewer viewer, UUID postId, String seen) {
    if (standing(posts.renditions(posts.get(postId).id())).digest().equals(seen)) {
      return Optional.empty();
    }
    return Optional.of(
        new View(
            "publishing/live.jte",
            model(viewer, postId, Form.empty(), Optional.empty(), Optional.empty(), "")));
  }

  private PostStanding standing(List<RenditionRow> rows) {
    return new PostStanding(
        rows,
        followUps.of(rows.stream().map(RenditionRow::id).toList()).values().stream()
            .flatMap(List::stream)
            .toList());
  }

  private static View page(WholePostForm post) {
    return new View("publishing/show.jte", post);
  }

  private WholePostForm model(
      Viewer viewer,
      UUID postId,
      Form form,
      Optional<UUID> target,
      Optional<WholePostForm.Asked> asked,
      String done) {
    PostRow post = posts.get(postId);
    Campaign campaign = campaigns.get(post.campaignId());
    List<RenditionRow> rows = posts.renditions(postId);
    List<UUID> ids = rows.stream().map(RenditionRow::id).toList();
    Map<UUID, Channel> channels = channels(rows);
    Map<UUID, List<RenditionPicture>> pictures =
        posts.pictures(ids).stream().collect(Collectors.groupingBy(RenditionPicture::renditionId));
    Map<UUID, List<AttemptView>> attempts =
        posts.attempts(ids).stream().collect(Collectors.groupingBy(AttemptView::renditionId));
    Map<UUID, PausedPosts.Pause> pauses = pauses(rows, channels);
    Map<UUID, PostRemovals.Removal> removed = removals.of(ids);
    Map<UUID, List<PostFollowUps.FollowUp>> following = followUps.of(ids);
    List<RenditionCard> cards =
        rows.stream()
            .sorted(
                Comparator.comparing((RenditionRow row) -> PostSlots.place(channels, row))
                    .thenComparing(RenditionRow::id))
            .map(
                row ->
                    new RenditionCard(
                        row,
                        Optional.ofNullable(channels.get(row.channelId())).orElseThrow(),
                        pictures.getOrDefault(row.id(), List.of()),
                        attempts.getOrDefault(row.id(), List.of()),
                        Optional.ofNullable(pauses.get(row.id())),
                        viewer.is(Role.STAFF),
                        campaign.state().isEnded(),
                        mayReview(viewer, row),
                        Optional.ofNullable(channels.get(row.channelId()))
                            .filter(removals::offered)
                            .isPresent(),
                        Optional.ofNullable(removed.get(row.id())),
                        pictures.containsKey(row.id())
                            ? Optional.empty()
                            : link(row, channels, post),
                        following.getOrDefault(row.id(), List.of())))
            .toList();
    List<UUID> productIds = posts.productIds(postId);
    return new WholePostForm(
        post,
        campaign.name(),
        campaign.state().isEnded(),
        post.deliverableId().flatMap(deliverables::find),
        products.find(productIds).values().stream()
            .sorted(Comparator.comparing(p -> p.name()))
            .toList(),
        post.createdBy().map(id -> people.names(List.of(id)).getOrDefault(id, "")).orElse(""),
        cards,
        standing(rows),
        plans.ofPost(postId, LONGEST_TRAIL),
        Wita.dateTime(clock.instant()),
        viewer.is(Role.STAFF),
        measures.of(postId),
        measures.deleted(postId),
        hands.notes(ids, channels.values()),
        posts.paused().grace().toMinutes(),
        done,
        form,
        target,
        asked);
  }

  private Optional<CardPreview> link(RenditionRow row, Map<UUID, Channel> channels, PostRow post) {
    return Optional.ofNullable(channels.get(row.channelId()))
        .flatMap(channel -> previews.card(row, channel, PostCard.of(post.card())));
  }

  private static boolean mayReview(Viewer viewer, RenditionRow row) {
    boolean role = viewer.is(Role.STAFF) || viewer.is(Role.APPROVER);
    return role
        && row.state() == RenditionState.IN_REVIEW
        && row.createdBy().filter(viewer.actor()::isPerson).isEmpty();
  }
}
