package id.gaung.report;

import id.gaung.kernel.Network;
import id.gaung.kernel.Rupiah;
import id.gaung.platform.RateBase;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a report's first page shows beside the week's figures, frozen with them. A post is one thing
 * here, on however many accounts: it belongs to the week of its earliest planned account, and is
 * out when at least one account showed it before the week's end.
 *
 * @param planned posts of the week's plan
 * @param published of these, those that were out
 * @param posts of the plan, and what came out from earlier plans; by the time they were planned
 * @param weeks the eight weeks up to this one, the earliest first
 * @param rateBase on which their rates are; empty if this week has no rate
 * @param campaigns that ran in the week
 * @param best the posts with the most growth of engagements, over all their accounts
 */
public record PageOne(
    int planned,
    int published,
    List<PostLine> posts,
    List<WeekFigures> weeks,
    Optional<RateBase> rateBase,
    List<CampaignLine> campaigns,
    List<Best> best) {

  public PageOne {
    posts = List.copyOf(posts);
    weeks = List.copyOf(weeks);
    campaigns = List.copyOf(campaigns);
    best = List.copyOf(best);
  }

  /** Money of all campaigns together. */
  public Rupiah sum(java.util.function.Function<CampaignLine, Rupiah> of) {
    return campaigns.stream().map(of).reduce(Rupiah.ZERO, Rupiah::plus);
  }

  /**
   * A post.
   *
   * @param planned whether it counts in the week's plan
   * @param dueAt when its earliest account was planned
   * @param products by name, empty if it shows none
   */
  public record PostLine(
      UUID postId,
      UUID campaignId,
      String campaign,
      String text,
      Optional<UUID> photoId,
      Instant dueAt,
      boolean planned,
      List<String> products,
      List<Account> accounts) {

    public PostLine {
      products = List.copyOf(products);
      accounts = List.copyOf(accounts);
    }

    /** On how many accounts it was out before the week's end. */
    public int shown() {
      return (int) accounts.stream().filter(a -> a.shownAt().isPresent()).count();
    }

    /** When it was first out. */
    public Optional<Instant> shownAt() {
      return accounts.stream().flatMap(a -> a.shownAt().stream()).min(Instant::compareTo);
    }

    /** The product it shows, else how its text begins. */
    public String name() {
      return products.isEmpty() ? text : products.get(0);
    }
  }

  /**
   * A post on one account.
   *
   * @param shownAt when it came out; empty if not before the week's end
   */
  public record Account(
      UUID renditionId, Network network, String channel, Optional<Instant> shownAt) {}

  /**
   * One week as its newest report had it.
   *
   * @param version of that report; empty if the week has none
   * @param planned posts; empty in reports that counted accounts
   */
  public record WeekFigures(
      String week,
      Optional<Integer> version,
      Optional<Integer> planned,
      Optional<Integer> published,
      Optional<Long> views,
      Optional<Long> interactions,
      Optional<BigDecimal> rate,
      Optional<BigDecimal> cost) {}

  /**
   * A campaign at the week's end.
   *
   * @param used fees of what was out
   * @param promised accepted fees of what was not out yet
   * @param offered fees of open invitations
   * @param views of all its posts; empty if nothing was counted
   */
  public record CampaignLine(
      UUID campaignId,
      String campaign,
      Rupiah budget,
      Rupiah used,
      Rupiah promised,
      Rupiah offered,
      Optional<Long> targetPosts,
      long posts,
      Optional<Long> targetViews,
      Optional<Long> views,
      Optional<Long> targetInteractions,
      Optional<Long> interactions) {}

  /**
   * A post that did well.
   *
   * @param name its product, else how its text begins
   * @param interactions the growth over all its accounts with data
   * @param views the same; empty if no network counts them
   */
  public record Best(
      UUID postId,
      String name,
      Optional<String> creator,
      String campaign,
      Optional<UUID> photoId,
      Instant publishedAt,
      List<Network> networks,
      long interactions,
      Optional<Long> views) {

    public Best {
      networks = List.copyOf(networks);
    }
  }
}
