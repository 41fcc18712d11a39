package id.gaung.publishing;

import id.gaung.campaign.Campaign;
import id.gaung.campaign.Campaigns;
import id.gaung.catalogue.ProductSummary;
import id.gaung.catalogue.Products;
import id.gaung.channel.Channel;
import id.gaung.channel.Channels;
import id.gaung.collaboration.DeliverableView;
import id.gaung.collaboration.Deliverables;
import id.gaung.identity.People;
import id.gaung.kernel.Page;
import id.gaung.kernel.Role;
import id.gaung.web.Form;
import id.gaung.web.View;
import id.gaung.web.Viewer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Puts the pages' models together, each list with one question per neighbour. */
public final class PostViews {

  private final Posts posts;
  private final Channels channels;
  private final Campaigns campaigns;
  private final Products products;
  private final Deliverables deliverables;
  private final People people;

  PostViews(
      Posts posts,
      Channels channels,
      Campaigns campaigns,
      Products products,
      Deliverables deliverables,
      People people) {
    this.posts = posts;
    this.channels = channels;
    this.campaigns = campaigns;
    this.products = products;
    this.deliverables = deliverables;
    this.people = people;
  }

  Listing list(Page<RenditionRow> rows, Optional<RenditionState> state) {
    Map<UUID, Channel> channels = channels(rows.rows());
    return new Listing(
        rows, channels, campaignNames(rows.rows()), pauses(rows.rows(), channels), state);
  }

  /** What stands in the way of those whose network asked their account to wait. */
  Map<UUID, PausedPosts.Pause> pauses(Collection<RenditionRow> rows, Map<UUID, Channel> channels) {
    Map<UUID, PausedPosts.Pause> pauses = new HashMap<>();
    for (RenditionRow row : rows) {
      Optional.ofNullable(channels.get(row.channelId()))
          .flatMap(channel -> posts.paused().of(row, channel))
          .ifPresent(pause -> pauses.put(row.id(), pause));
    }
    return pauses;
  }

  Map<UUID, Channel> channels(Collection<RenditionRow> rows) {
    return channels.find(rows.stream().map(RenditionRow::channelId).collect(Collectors.toSet()));
  }

  Map<UUID, String> campaignNames(Collection<RenditionRow> rows) {
    return campaigns
        .find(rows.stream().map(RenditionRow::campaignId).collect(Collectors.toSet()))
        .values()
        .stream()
        .collect(Collectors.toMap(Campaign::id, Campaign::name));
  }

  View show(Viewer viewer, UUID postId, Form form, Optional<UUID> target) {
    PostRow post = posts.get(postId);
    List<RenditionRow> rows = posts.renditions(postId);
    List<UUID> ids = rows.stream().map(RenditionRow::id).toList();
    Map<UUID, Channel> channels = channels(rows);
    Map<UUID, List<RenditionPicture>> pictures =
        posts.pictures(ids).stream().collect(Collectors.groupingBy(RenditionPicture::renditionId));
    Map<UUID, List<AttemptView>> attempts =
        posts.attempts(ids).stream().collect(Collectors.groupingBy(AttemptView::renditionId));
    Map<UUID, PausedPosts.Pause> pauses = pauses(rows, channels);
    List<RenditionCard> cards =
        rows.stream()
            .map(
                row ->
                    new RenditionCard(
                        row,
                        Optional.ofNullable(channels.get(row.channelId())).orElseThrow(),
                        pictures.getOrDefault(row.id(), List.of()),
                        attempts.getOrDefault(row.id(), List.of()),
                        Optional.ofNullable(pauses.get(row.id())),
                        viewer.is(Role.STAFF),
                        mayReview(viewer, row)))
            .toList();
    List<UUID> productIds = posts.productIds(postId);
    return new View(
        "publishing/show.jte",
        new Show(
            post,
            campaigns.find(post.campaignId()).map(Campaign::name).orElse(""),
            post.deliverableId().flatMap(deliverables::find),
            products.find(productIds).values().stream()
                .sorted(java.util.Comparator.comparing(p -> p.name()))
                .toList(),
            post.createdBy().map(id -> people.names(List.of(id)).getOrDefault(id, "")).orElse(""),
            cards,
            form,
            target));
  }

  private static boolean mayReview(Viewer viewer, RenditionRow row) {
    boolean role = viewer.is(Role.STAFF) || viewer.is(Role.APPROVER);
    return role
        && row.state() == RenditionState.IN_REVIEW
        && row.createdBy().filter(viewer.actor()::isPerson).isEmpty();
  }

  /**
   * A post with all that hangs on it.
   *
   * @param target the rendition whose form was refused
   */
  public record Show(
      PostRow post,
      String campaignName,
      Optional<DeliverableView> deliverable,
      List<ProductSummary> products,
      String composedBy,
      List<RenditionCard> renditions,
      Form form,
      Optional<java.util.UUID> target) {

    /** Addresses of posts with its text at its time, if its form was refused for them. */
    public List<String> twinsOf(RenditionCard card) {
      return Twins.addresses(formOf(card).refusal());
    }

    public Form formOf(RenditionCard card) {
      return target.filter(card.row().id()::equals).isPresent() ? form : Form.empty();
    }
  }

  /** A list of renditions. */
  public record Listing(
      Page<RenditionRow> rows,
      Map<UUID, Channel> channels,
      Map<UUID, String> campaigns,
      Map<UUID, PausedPosts.Pause> pauses,
      Optional<RenditionState> state) {

    public Optional<PausedPosts.Pause> pause(RenditionRow row) {
      return Optional.ofNullable(pauses.get(row.id()));
    }

    public Optional<String> trouble(RenditionRow row) {
      return Optional.ofNullable(channels.get(row.channelId()))
          .flatMap(channel -> RenditionCard.trouble(row, channel));
    }

    public String channel(RenditionRow row) {
      return Optional.ofNullable(channels.get(row.channelId())).map(Channel::shownAs).orElse("");
    }

    public String campaign(RenditionRow row) {
      return campaigns.getOrDefault(row.campaignId(), "");
    }
  }
}
