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
import id.gaung.kernel.Role;
import id.gaung.kernel.Wita;
import id.gaung.web.Viewer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** How far the office is: its running campaigns and, at first, what it has yet to set up. */
public final class Standing {

  private static final int SHOWN = 4;

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

  /** The campaigns that run, the latest start first; none for who may not read them. */
  List<Running> running(Viewer viewer) {
    if (!viewer.is(Role.STAFF) && !viewer.is(Role.APPROVER) && !viewer.is(Role.OBSERVER)) {
      return List.of();
    }
    List<Campaign> active =
        campaigns.campaigns().page(Optional.of(CampaignState.ACTIVE), 1).rows().stream()
            .limit(SHOWN)
            .toList();
    Map<UUID, CampaignOverview.Standing> standings =
        campaigns.overview().standings(active.stream().map(Campaign::id).toList());
    LocalDate today = Wita.date(clock.instant());
    return active.stream()
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
    return Stream.of(
            new FirstStep("channels", connected, "/channels", viewer.is(Role.ADMIN)),
            new FirstStep("products", products.hasAny(), "/imports", viewer.is(Role.STAFF)),
            new FirstStep("people", people.hasApprover(), "/people", viewer.is(Role.ADMIN)),
            new FirstStep("campaign", false, "/campaigns/new", viewer.is(Role.STAFF)))
        .toList();
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
   */
  public record FirstStep(String key, boolean done, String href, boolean mayTake) {}
}
