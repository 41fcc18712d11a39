package id.gaung.publishing;

import id.gaung.audit.Foundation;
import id.gaung.campaign.Campaigns;
import id.gaung.catalogue.ProductSummary;
import id.gaung.catalogue.Products;
import id.gaung.collaboration.ApprovedContent;
import id.gaung.collaboration.Deliverables;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Page;
import id.gaung.kernel.PageRequest;
import id.gaung.kernel.Permissions;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.kernel.Week;
import id.gaung.publishing.PostStore.Source;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Posts: composing and reading them. What happens to a rendition later is in {@link Renditions}.
 */
public final class Posts {

  /** More than a city posts in a week; beyond it the calendar says that it is cut. */
  static final int CALENDAR_LIMIT = 1000;

  private final Foundation foundation;
  private final PostDao dao;
  private final Campaigns campaigns;
  private final Products products;
  private final Composition composition;
  private final Deliverables deliverables;
  private final PausedPosts paused;
  private final PostStore store;

  Posts(
      Foundation foundation,
      PostDao dao,
      Campaigns campaigns,
      Products products,
      Composition composition,
      Deliverables deliverables,
      Twins twins,
      PausedPosts paused) {
    this.foundation = foundation;
    this.dao = dao;
    this.campaigns = campaigns;
    this.products = products;
    this.composition = composition;
    this.deliverables = deliverables;
    this.paused = paused;
    this.store = new PostStore(foundation, dao, campaigns, deliverables, twins);
  }

  /**
   * Composes a post. What goes out as it was approved is scheduled; what differs from that, and
   * what is the office's own, somebody else looks at first.
   *
   * @return the post's id
   * @throws Problem also if a channel has the same text at the same time and that was not
   *     confirmed; see {@link Twins}
   */
  public UUID compose(Actor by, ComposePost command) {
    Permissions.require(by, Role.STAFF);
    Optional<ApprovedContent> content = command.deliverableId().map(this::approved);
    UUID campaignId =
        content
            .map(ApprovedContent::campaignId)
            .or(command::campaignId)
            .orElseThrow(() -> Problem.invalid("campaignId", "field.required"));
    List<UUID> products = products(campaignId, command.productIds());
    Set<UUID> videos = composition.check(command.renditions());
    return foundation
        .transactions()
        .call(
            () ->
                store.add(
                    by,
                    command,
                    new Source(content, campaignId, products, card(products), videos)));
  }

  /**
   * Looks at a post that is not complete yet.
   *
   * @throws Problem invalid, as {@link #compose}
   */
  void check(ComposePost command) {
    composition.check(command.renditions());
  }

  /** About the products in the order in which they are listed everywhere: by name. */
  PostCard card(List<UUID> ids) {
    return PostCard.about(
        products.find(ids).values().stream()
            .sorted(Comparator.comparing(ProductSummary::name))
            .toList());
  }

  private ApprovedContent approved(UUID deliverableId) {
    return deliverables
        .approvedContent(deliverableId)
        .orElseThrow(() -> Problem.conflict("publishing.refused.not-approved"));
  }

  private List<UUID> products(UUID campaignId, List<UUID> chosen) {
    List<UUID> all = campaigns.productIds(campaignId);
    if (!new HashSet<>(all).containsAll(chosen)) {
      throw Problem.invalid("productIds", "publishing.product-foreign");
    }
    return chosen.isEmpty() ? all : chosen.stream().distinct().toList();
  }

  public Optional<PostRow> find(UUID id) {
    return dao.find(id);
  }

  /**
   * @throws Problem not found
   */
  public PostRow get(UUID id) {
    return dao.find(id).orElseThrow(Problem::notFound);
  }

  public List<UUID> productIds(UUID postId) {
    return dao.products(postId);
  }

  public List<RenditionRow> renditions(UUID postId) {
    return dao.ofPost(postId);
  }

  public List<RenditionPicture> pictures(List<UUID> renditionIds) {
    return dao.pictures(renditionIds);
  }

  /** Everything that was tried, newest first. */
  public List<AttemptView> attempts(List<UUID> renditionIds) {
    return dao.attempts(renditionIds);
  }

  /** What networks' pauses mean for them. */
  PausedPosts paused() {
    return paused;
  }

  /** Renditions, the latest due first; of one state or of all. */
  public Page<RenditionRow> page(Optional<RenditionState> state, int number) {
    return page(
        state.map(List::of).orElseGet(() -> Arrays.asList(RenditionState.values())), number);
  }

  /** What a person should look at on at least one account. */
  static final List<RenditionState> NEEDING_ATTENTION =
      List.of(
          RenditionState.UNCERTAIN,
          RenditionState.FAILED,
          RenditionState.MISSED,
          RenditionState.IN_REVIEW);

  /** Posts that stand so on at least one account, by their ids, the latest due first. */
  Page<UUID> posts(
      List<RenditionState> states,
      String words,
      Optional<UUID> campaign,
      Optional<List<UUID>> channels,
      int number) {
    List<String> names = states.stream().map(Enum::name).toList();
    String like = like(words);
    boolean everywhere = channels.isEmpty();
    List<UUID> of = channels.orElse(List.of());
    PageRequest asked = PageRequest.of(number);
    return asked.page(
        dao.postPage(names, like, campaign, everywhere, of, asked.size(), asked.offset()),
        dao.countPosts(names, like, campaign, everywhere, of));
  }

  Set<UUID> campaignIds() {
    return dao.campaigns();
  }

  private static String like(String words) {
    return "%" + words.replaceAll("([\\\\%_])", "\\\\$1") + "%";
  }

  /** All accounts of posts. */
  List<RenditionRow> ofPosts(Collection<UUID> postIds) {
    return dao.ofPosts(postIds);
  }

  private Page<RenditionRow> page(List<RenditionState> states, int number) {
    List<String> names = states.stream().map(Enum::name).toList();
    PageRequest asked = PageRequest.of(number);
    return asked.page(dao.page(names, asked.size(), asked.offset()), dao.count(names));
  }

  /** Renditions of the newest posts whose text holds those words. */
  List<RenditionRow> search(String words, int most) {
    return dao.search(like(words), most);
  }

  /** Posts whose first account is due in the week, with all their accounts, in order. */
  public List<RenditionRow> in(Week week) {
    return dao.between(week.start(), week.end(), CALENDAR_LIMIT);
  }
}
