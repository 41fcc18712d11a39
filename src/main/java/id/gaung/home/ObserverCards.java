package id.gaung.home;

import id.gaung.campaign.CampaignCounts;
import id.gaung.campaign.CampaignState;
import id.gaung.kernel.Role;
import id.gaung.web.Viewer;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** What council and inspectorate look at; nothing waits for them. */
final class ObserverCards implements RoleCards {

  private final CampaignCounts campaigns;

  ObserverCards(Jdbi jdbi) {
    this.campaigns = jdbi.onDemand(CampaignCounts.class);
  }

  @Override
  public Role role() {
    return Role.OBSERVER;
  }

  @Override
  public Stream<Optional<Card>> of(Viewer viewer) {
    return Stream.of(
        Card.fact(
            "running",
            campaigns.byState().getOrDefault(CampaignState.ACTIVE, 0L),
            "/campaigns?state=ACTIVE"));
  }
}
