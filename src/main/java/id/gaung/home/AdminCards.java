package id.gaung.home;

import id.gaung.audit.Audit;
import id.gaung.channel.ChannelCounts;
import id.gaung.channel.ChannelState;
import id.gaung.identity.PeopleCounts;
import id.gaung.kernel.Role;
import id.gaung.web.Viewer;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** What waits for the administrator. */
final class AdminCards implements RoleCards {

  private static final String CHANNELS = "/channels";

  private final ChannelCounts channels;
  private final PeopleCounts people;
  private final Audit audit;
  private final Clock clock;

  AdminCards(Jdbi jdbi, Audit audit, Clock clock) {
    this.channels = jdbi.onDemand(ChannelCounts.class);
    this.people = jdbi.onDemand(PeopleCounts.class);
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public Role role() {
    return Role.ADMIN;
  }

  @Override
  public Stream<Optional<Card>> of(Viewer viewer) {
    Map<ChannelState, Long> states = channels.byState();
    long reconnect = states.getOrDefault(ChannelState.RECONNECT, 0L);
    long blocked = channels.blocked();
    boolean none = reconnect + states.getOrDefault(ChannelState.CONNECTED, 0L) == 0;
    return Stream.of(
        Card.ifAny("reconnect", reconnect - blocked, CHANNELS),
        Card.ifAny("blocked", blocked, CHANNELS),
        none ? Optional.of(noChannel()) : Optional.empty(),
        Card.ifAny("people", people.withoutWayIn(clock.instant()), "/people"),
        Card.fact("audit", audit.newest(1).total(), "/audit"));
  }

  private static Card noChannel() {
    return new Card("no-channel", 0, Card.Whose.READER, List.of(CardLink.to(CHANNELS)));
  }
}
