package id.gaung.home;

import id.gaung.collaboration.CreatorWork;
import id.gaung.collaboration.WorkCounts;
import id.gaung.creator.Creators;
import id.gaung.kernel.Role;
import id.gaung.web.Viewer;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** What waits for a creator who signs in. */
final class CreatorCards implements RoleCards {

  private static final String OWN = "/me";

  private final Creators creators;
  private final WorkCounts work;
  private final Clock clock;

  CreatorCards(Jdbi jdbi, Creators creators, Clock clock) {
    this.creators = creators;
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
        .map(creator -> cards(work.ofCreator(creator.id(), clock.instant())))
        .orElseGet(Stream::empty);
  }

  private static Stream<Optional<Card>> cards(CreatorWork waiting) {
    return Stream.of(
        Card.ifAny("answer", waiting.offers(), OWN),
        Card.ifAny("change", waiting.changes(), OWN),
        Card.ifAny("deliver", waiting.drafts(), OWN));
  }
}
