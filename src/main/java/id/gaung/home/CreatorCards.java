package id.gaung.home;

import id.gaung.campaign.Campaigns;
import id.gaung.collaboration.WorkCounts;
import id.gaung.collaboration.WorkCounts.CreatorsTurn;
import id.gaung.creator.Creators;
import id.gaung.kernel.Role;
import id.gaung.web.Viewer;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** What waits for a creator who signs in. */
final class CreatorCards implements RoleCards {

  private static final String OWN = "/me";

  private final Creators creators;
  private final Campaigns campaigns;
  private final WorkCounts work;
  private final Clock clock;

  CreatorCards(Jdbi jdbi, Creators creators, Campaigns campaigns, Clock clock) {
    this.creators = creators;
    this.campaigns = campaigns;
    this.work = new WorkCounts(jdbi);
    this.clock = clock;
  }

  @Override
  public Role role() {
    return Role.CREATOR;
  }

  @Override
  public Stream<Optional<Card>> of(Viewer viewer) {
    return creators
        .ofPerson(viewer.id())
        .map(creator -> cards(waiting(creator.id())))
        .orElseGet(Stream::empty);
  }

  private OfferCards<CreatorsTurn> waiting(UUID creatorId) {
    return OfferCards.turns(work.ofCreator(creatorId, clock.instant()), campaigns);
  }

  private static Stream<Optional<Card>> cards(OfferCards<CreatorsTurn> waiting) {
    return Stream.of(
        Card.ifAny("answer", waiting.total(CreatorsTurn::offers), OWN),
        Card.ifAny("change", waiting.total(CreatorsTurn::changes), OWN),
        Card.ifAny("deliver", waiting.total(CreatorsTurn::drafts), OWN));
  }
}
