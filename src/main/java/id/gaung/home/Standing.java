package id.gaung.home;

import id.gaung.campaign.Campaign;
import id.gaung.campaign.CampaignCounts;
import id.gaung.campaign.CampaignFeature;
import id.gaung.campaign.CampaignOverview;
import id.gaung.campaign.CampaignState;
import id.gaung.catalogue.Products;
import id.gaung.channel.ChannelCounts;
import id.gaung.channel.ChannelState;
import id.gaung.identity.PeopleCounts;
import id.gaung.kernel.Page;
import id.gaung.kernel.Role;
import id.gaung.kernel.Rupiah;
import id.gaung.kernel.Wita;
import id.gaung.web.Viewer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** How far the office is: its running campaigns and, at first, what it has yet to set up. */
public final class Standing {

  private static final int SHOWN = 4;
  private static final int NAMED = 2;

  private final CampaignFeature campaigns;
  private final CampaignCounts campaignCounts;
  private final ChannelCounts channels;
  private final PeopleCounts people;
  private final Products products;
  private final Clock clock;

  Standing(Jdbi jdbi, CampaignFeature campaigns, Products products, Clock clock) {
    this.campaigns = campaigns;
    this.campaignCounts = jdbi.onDemand(CampaignCounts.class);
    this.channels = jdbi.onDemand(ChannelCounts.class);
    this.people = jdbi.onDemand(PeopleCounts.class);
    this.products = products;
    this.clock = clock;
  }

  /**
   * The campaigns that run, the latest start first, and their sums; none for who may not read them.
   */
  Now now(Viewer viewer) {
    if (!viewer.is(Role.STAFF) && !viewer.is(Role.APPROVER) && !viewer.is(Role.OBSERVER)) {
      return new Now(List.of(), Optional.empty());
    }
    Page<Campaign> all = campaigns.campaigns().page(Optional.of(CampaignState.ACTIVE), 1);
    List<Campaign> active = all.rows();
    Map<UUID, CampaignOverview.Standing> standings =
        campaigns.overview().standings(active.stream().map(Campaign::id).toList());
    LocalDate today = Wita.date(clock.instant());
    return new Now(
        running(active, standings, today),
        active.isEmpty() || all.total() > active.size()
            ? Optional.empty()
            : Optional.of(Together.of(active, standings.values())));
  }

  private static List<Running> running(
      List<Campaign> active, Map<UUID, CampaignOverview.Standing> standings, LocalDate today) {
    return active.stream()
        .limit(SHOWN)
        .map(
            campaign ->
                new Running(
                    campaign,
                    Optional.ofNullable(standings.get(campaign.id()))
                        .map(CampaignOverview.Standing::live)
                        .orElse(0L),
                    Math.max(0, ChronoUnit.DAYS.between(today, campaign.endsOn()))))
        .toList();
  }

  /** The first steps of a new office, until all are taken; empty for who takes none of them. */
  List<FirstStep> firstSteps(Viewer viewer) {
    if (!viewer.is(Role.STAFF) && !viewer.is(Role.ADMIN)) {
      return List.of();
    }
    if (!campaignCounts.byState().isEmpty()) {
      return List.of();
    }
    boolean connected = channels.byState().getOrDefault(ChannelState.CONNECTED, 0L) > 0;
    List<String> admins = people.holding(Role.ADMIN, NAMED);
    List<String> staff = people.holding(Role.STAFF, NAMED);
    boolean isAdmin = viewer.is(Role.ADMIN);
    boolean isStaff = viewer.is(Role.STAFF);
    return List.of(
        new FirstStep("channels", connected, "/channels", isAdmin, admins),
        new FirstStep("products", products.hasAny(), "/imports/new", isStaff, staff),
        new FirstStep("people", people.hasApprover(), "/people", isAdmin, admins),
        new FirstStep("campaign", false, "/campaigns/new", isStaff, staff));
  }

  /**
   * What runs.
   *
   * @param together empty where nothing runs, or more than one list holds
   */
  record Now(List<Running> running, Optional<Together> together) {}

  /**
   * The sums of all running campaigns.
   *
   * @param agreed fees that were accepted
   * @param offered fees of open invitations
   * @param toReview drafts that wait for staff
   * @param oldest when the first of them came
   * @param unanswered invitations
   * @param inWork pieces of content that creators work on
   */
  public record Together(
      Rupiah budget,
      Rupiah agreed,
      Rupiah offered,
      long toReview,
      Optional<Instant> oldest,
      long unanswered,
      long inWork) {

    static Together of(List<Campaign> campaigns, Collection<CampaignOverview.Standing> standings) {
      return new Together(
          campaigns.stream().map(Campaign::budget).reduce(Rupiah.ZERO, Rupiah::plus),
          standings.stream()
              .map(CampaignOverview.Standing::agreed)
              .reduce(Rupiah.ZERO, Rupiah::plus),
          standings.stream()
              .map(CampaignOverview.Standing::offered)
              .reduce(Rupiah.ZERO, Rupiah::plus),
          standings.stream().mapToLong(CampaignOverview.Standing::toReview).sum(),
          standings.stream()
              .flatMap(one -> one.waitingSince().stream())
              .min(Comparator.naturalOrder()),
          standings.stream().mapToLong(CampaignOverview.Standing::open).sum(),
          standings.stream().mapToLong(CampaignOverview.Standing::working).sum());
    }

    /** What nobody was promised; below zero when too much was. */
    public Rupiah left() {
      return budget.minus(agreed).minus(offered);
    }

    /** Of the budget, in percent; of all that was promised where that is more. */
    public int share(Rupiah part) {
      long all = Math.max(budget.amount(), agreed.amount() + offered.amount());
      return all == 0 ? 0 : (int) (part.amount() * 100 / all);
    }
  }

  /**
   * A campaign under way.
   *
   * @param live posts that are out
   * @param daysLeft until its last day, which is included
   */
  public record Running(Campaign campaign, long live, long daysLeft) {

    /** Of its target; empty without one. */
    public Optional<Integer> percent() {
      return campaign
          .targetPosts()
          .filter(target -> target > 0)
          .map(target -> (int) Math.min(100, live * 100 / target));
    }
  }

  /**
   * @param key of its words
   * @param mayTake whether the reader may open where it is done
   * @param by who may, by name
   */
  public record FirstStep(
      String key, boolean done, String href, boolean mayTake, List<String> by) {}
}
