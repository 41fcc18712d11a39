package id.gaung.campaign;

import id.gaung.audit.Foundation;
import id.gaung.catalogue.ProductSummary;
import id.gaung.catalogue.Products;
import id.gaung.kernel.Network;
import id.gaung.kernel.Page;
import id.gaung.kernel.PageRequest;
import id.gaung.kernel.Rupiah;
import id.gaung.kernel.Tone;
import id.gaung.kernel.Wita;
import id.gaung.platform.CountedMetrics;
import id.gaung.platform.Metric;
import id.gaung.web.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How campaigns stand: what waits, what is out, what it brought and what it costs. Reads alone. */
public final class CampaignOverview {

  private final CampaignFiguresDao dao;
  private final CampaignPostsDao shownPosts;
  private final Foundation foundation;
  private final Products products;

  CampaignOverview(Foundation foundation, Products products) {
    this.dao = foundation.jdbi().onDemand(CampaignFiguresDao.class);
    this.shownPosts = foundation.jdbi().onDemand(CampaignPostsDao.class);
    this.foundation = foundation;
    this.products = products;
  }

  /** Of each campaign that exists. */
  public Map<UUID, Standing> standings(Collection<UUID> ids) {
    return dao.standings(ids).stream()
        .collect(Collectors.toMap(Standing::campaignId, Function.identity()));
  }

  LocalDate today() {
    return Wita.date(foundation.clock().instant());
  }

  Instant now() {
    return foundation.clock().instant();
  }

  Reach reach(UUID campaignId) {
    return dao.reach(campaignId, CountedMetrics.ofAll());
  }

  Covered covered(UUID campaignId) {
    return dao.covered(campaignId);
  }

  /** Over which changes of counting its figures go, the earliest first. */
  List<CountedAnew> countedAnew(UUID campaignId) {
    return dao.countedAnew(campaignId, today(), CountedMetrics.ofAll());
  }

  /** By week, the earliest first; weeks without any are left out. */
  List<Spent> spent(UUID campaignId) {
    return dao.spent(campaignId);
  }

  Map<UUID, Instant> lastShown(Collection<UUID> productIds) {
    return dao.lastShown(productIds);
  }

  /**
   * The campaign's creators by how far their work is.
   *
   * @param most cards in a lane
   */
  Map<Lane, List<CreatorOnBoard>> board(UUID campaignId, int most) {
    return dao.board(campaignId, most).stream()
        .collect(Collectors.groupingBy(CreatorOnBoard::lane));
  }

  /** The campaign's posts, the latest planned first. */
  Page<ShownPost> posts(UUID campaignId, int page, int size) {
    PageRequest asked = new PageRequest(page, size);
    return asked.page(
        shown(
            campaignId,
            shownPosts.posts(campaignId, Optional.empty(), asked.size(), asked.offset())),
        shownPosts.countPosts(campaignId));
  }

  /** The campaign's posts that are planned nearest to now, the earliest first. */
  List<ShownPost> postsAboutNow(UUID campaignId, int most) {
    return shown(
        campaignId,
        shownPosts.posts(campaignId, Optional.of(now()), most, 0).stream()
            .sorted(Comparator.comparing(Post::dueAt).thenComparing(Post::postId))
            .toList());
  }

  private List<ShownPost> shown(UUID campaignId, List<Post> posts) {
    Map<UUID, List<Account>> accounts =
        shownPosts
            .accounts(
                campaignId,
                posts.stream().map(Post::contentId).toList(),
                CountedMetrics.ofAll(),
                Network.all().stream().map(Network::name).toList())
            .stream()
            .collect(Collectors.groupingBy(Account::contentId));
    Map<UUID, ProductSummary> shown =
        products.find(posts.stream().flatMap(p -> p.productId().stream()).distinct().toList());
    return posts.stream()
        .map(
            post ->
                new ShownPost(
                    post,
                    post.productId().map(shown::get),
                    accounts.getOrDefault(post.contentId(), List.of())))
        .toList();
  }

  /**
   * Counts of one campaign.
   *
   * @param drafted invitations that were not sent
   * @param open invitations that wait for an answer
   * @param working pieces of content that creators work on
   * @param toReview drafts that wait for staff
   * @param waitingSince when the oldest of them came
   * @param toSchedule approved content without a post
   * @param offered the fees of open invitations
   * @param agreed the fees of accepted ones
   * @param troubled posts that were missed or refused on an account
   */
  public record Standing(
      UUID campaignId,
      long drafted,
      long open,
      long accepted,
      long working,
      long toReview,
      Optional<Instant> waitingSince,
      long toSchedule,
      Rupiah offered,
      Rupiah agreed,
      long posts,
      long live,
      long scheduled,
      long troubled) {

    /** Invitations that are not over. */
    public long invitations() {
      return drafted + open + accepted;
    }
  }

  /**
   * What its posts brought until now; empty where nothing was measured.
   *
   * @param deleted of how many posts no figures are left, as their network's terms ask
   * @param partly posts on accounts of which only some of the interactions are known; they are not
   *     among those
   */
  public record Reach(
      Optional<Long> views, Optional<Long> interactions, long deleted, long partly) {}

  /**
   * That a network counts otherwise since a day on which posts of the campaign were out already.
   *
   * @param metric empty for everything
   */
  public record CountedAnew(
      Network network, Optional<Metric> metric, LocalDate changedOn, String textId, String textEn) {

    public String text(Language language) {
      return language == Language.ID ? textId : textEn;
    }
  }

  /** Whom its products are from, and who of them was shown. */
  public record Covered(long umkm, long umkmShown, long kecamatan, long kecamatanShown) {}

  /** The fees of what was first out in that week. */
  public record Spent(LocalDate monday, Rupiah fees) {}

  /** The columns of the board, in the order of the work. */
  public enum Lane {
    INVITED,
    WORKING,
    REVIEW,
    SCHEDULED,
    LIVE,
    /** Declined, expired, withdrawn, called off: stands beside the board. */
    ENDED;

    /** Those that the board has columns for. */
    public static List<Lane> columns() {
      return List.of(INVITED, WORKING, REVIEW, SCHEDULED, LIVE);
    }
  }

  /**
   * A post of the campaign, whatever accounts it is for.
   *
   * @param contentId of the content it is made of, else its own
   * @param postId the office's own, if there is one; else the first of its creator's
   * @param title of the content it is made of
   * @param beside whether it was found beside Gaung and linked to the campaign
   * @param productId of what it is about the first by name; none of one that was found, which has
   *     words of its own alone
   * @param products how many it is about
   */
  public record Post(
      UUID contentId,
      UUID postId,
      Instant dueAt,
      String text,
      Optional<String> title,
      boolean beside,
      Optional<UUID> photoId,
      Optional<UUID> productId,
      long products) {}

  /**
   * A post on one account.
   *
   * @param hand who puts it out; empty where Gaung does
   */
  public record Account(
      UUID contentId,
      UUID renditionId,
      String state,
      String network,
      String label,
      Optional<String> hand,
      Optional<Long> interactions) {

    /** The key of its state's word, as on the pages of posts. */
    public String stateKey() {
      return state.equals("TAKEN_AWAY") ? "publishing.taken-away" : "publishing.state." + state;
    }

    /** Whether it is still to go out. */
    boolean isAhead() {
      return switch (state) {
        case "DRAFT", "IN_REVIEW", "SCHEDULED", "HANDED_OVER" -> true;
        default -> false;
      };
    }

    public Tone tone() {
      return switch (state) {
        case "PUBLISHED" -> Tone.GOOD;
        case "FAILED", "MISSED", "REMOVED" -> Tone.BAD;
        case "IN_REVIEW", "RETRYING", "UNCERTAIN", "HANDED_OVER" -> Tone.WAIT;
        case "SCHEDULED", "PUBLISHING" -> Tone.INFO;
        default -> Tone.PLAIN;
      };
    }

    /** Of the sprite; the same as on the pages of posts. */
    public String icon() {
      return switch (state) {
        case "PUBLISHED" -> "check";
        case "MISSED", "RETRYING", "SCHEDULED" -> "clock";
        case "FAILED", "REMOVED" -> "alert";
        case "UNCERTAIN" -> "search";
        case "HANDED_OVER" -> "phone";
        case "IN_REVIEW" -> "eye";
        case "PUBLISHING" -> "send";
        case "CANCELLED", "TAKEN_AWAY" -> "x";
        default -> "pencil";
      };
    }
  }
}
