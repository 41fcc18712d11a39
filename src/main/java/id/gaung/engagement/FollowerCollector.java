package id.gaung.engagement;

import id.gaung.audit.Foundation;
import id.gaung.channel.Budget;
import id.gaung.channel.Channel;
import id.gaung.channel.ChannelListing;
import id.gaung.channel.Channels;
import id.gaung.channel.Work;
import id.gaung.platform.Figure;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Followers, of the office's accounts and of creators' of which posts are measured: daily, and
 * after each publication, because the past must not change with today's.
 */
final class FollowerCollector {

  private static final Duration DAILY = Duration.ofHours(24);

  private final Foundation foundation;
  private final FollowerDao dao;
  private final Channels channels;

  FollowerCollector(Foundation foundation, Channels channels) {
    this.foundation = foundation;
    this.dao = foundation.jdbi().onDemand(FollowerDao.class);
    this.channels = channels;
  }

  /** The channels whose followers are to be read now. */
  List<Channel> due() {
    Instant now = foundation.clock().instant();
    List<Channel> readable =
        Stream.concat(
                channels.connected().stream().filter(channels::hasReadableFollowers),
                channels.lookable().stream())
            .toList();
    Map<UUID, Budget> budgets = channels.budgets(readable);
    Map<UUID, Channel> connected =
        readable.stream()
            .filter(channel -> budgets.getOrDefault(channel.id(), Budget.FREE).readings().isEmpty())
            .collect(Collectors.toMap(Channel::id, Function.identity()));
    if (connected.isEmpty()) {
      return List.of();
    }
    return dao.due(List.copyOf(connected.keySet()), now.minus(DAILY)).stream()
        .flatMap(id -> Optional.ofNullable(connected.get(id)).stream())
        .toList();
  }

  void read(Channel channel) {
    Figure figure =
        channels.followers(channel, Work.READ).orElseGet(() -> Figure.missing(Figure.Gap.REFUSED));
    dao.insert(FollowerDao.FollowerSnapshot.of(channel.id(), figure, foundation.clock().instant()));
  }

  /** The newest reading of each that has a value; the others are left out. */
  Map<UUID, ChannelListing.Followers> newest(Collection<UUID> channelIds) {
    return dao.newest(channelIds).stream()
        .collect(
            Collectors.toMap(
                FollowerDao.Newest::channelId,
                read -> new ChannelListing.Followers(read.value(), read.observedAt())));
  }

  /** An account at an instant, under an id of the asker's. */
  record At(UUID id, UUID channelId, Instant instant) {}

  /**
   * Followers at the instants: each the reading nearest to it, at most seven days away; where there
   * is none it is left out.
   */
  Map<UUID, Long> near(List<At> asked) {
    return dao
        .near(
            asked.stream().map(At::id).toList(),
            asked.stream().map(At::channelId).toList(),
            asked.stream().map(at -> at.instant().toString()).toList())
        .stream()
        .collect(Collectors.toMap(FollowerDao.Near::id, FollowerDao.Near::value));
  }
}
