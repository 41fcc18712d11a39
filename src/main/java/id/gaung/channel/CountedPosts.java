package id.gaung.channel;

import id.gaung.channel.SentPosts.Asked;
import id.gaung.channel.SentPosts.Sent;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.NetworkQuota;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Limits of posts of which no answer tells: what we published within the window counts. */
final class CountedPosts {

  private SentPosts source = asked -> List.of();

  /** While wiring. */
  void by(SentPosts sent) {
    source = sent;
  }

  static Optional<NetworkQuota> quota(Channel channel) {
    return NetworkModule.find(channel.network())
        .filter(module -> !channel.isByHand())
        .flatMap(
            module ->
                module.traits().quotas().stream()
                    .filter(quota -> quota.of() == NetworkQuota.Of.POSTS)
                    .filter(quota -> quota.told() != NetworkQuota.Told.WITH_ANSWERS)
                    .findFirst());
  }

  /** Puts those limits, as they stand, in the place of what was heard of them. */
  void add(
      Collection<Channel> channels, Map<UUID, List<LimitStanding>> limits, Instant now) {
    Map<UUID, Asked> asked = new HashMap<>();
    for (Channel channel : channels) {
      quota(channel)
          .ifPresent(
              quota ->
                  asked.put(
                      channel.id(),
                      asked(channel.id(), quota, heard(limits, channel.id()), now)));
    }
    if (asked.isEmpty()) {
      return;
    }
    Map<UUID, Sent> sent =
        source.sent(List.copyOf(asked.values())).stream()
            .collect(Collectors.toMap(Sent::channelId, Function.identity()));
    for (Channel channel : channels) {
      Asked one = asked.get(channel.id());
      if (one != null) {
        Optional<LimitStanding> heard = heard(limits, channel.id());
        List<LimitStanding> all =
            new ArrayList<>(limits.getOrDefault(channel.id(), List.of()));
        heard.ifPresent(all::remove);
        standing(channel, one, heard, Optional.ofNullable(sent.get(channel.id())))
            .ifPresent(all::add);
        limits.put(channel.id(), all);
      }
    }
  }

  private static Optional<LimitStanding> heard(
      Map<UUID, List<LimitStanding>> limits, UUID channelId) {
    return limits.getOrDefault(channelId, List.of()).stream()
        .filter(limit -> limit.of() == NetworkQuota.Of.POSTS)
        .findFirst();
  }

  private static Asked asked(
      UUID id, NetworkQuota quota, Optional<LimitStanding> heard, Instant now) {
    Instant since = now.minus(quota.within());
    return new Asked(
        id,
        heard.map(LimitStanding::most).orElse((long) quota.most()),
        since,
        heard.map(LimitStanding::heardAt).orElse(since));
  }

  /** The larger of the two counts: the network's with what went out since, and our own. */
  private static Optional<LimitStanding> standing(
      Channel channel, Asked asked, Optional<LimitStanding> heard, Optional<Sent> sent) {
    NetworkQuota quota = quota(channel).orElseThrow();
    Optional<LimitStanding> fresh =
        heard.filter(limit -> limit.heardAt().isAfter(asked.since()));
    long own = sent.map(Sent::count).orElse(0L);
    long told =
        fresh.map(limit -> limit.used() + sent.map(Sent::sinceHeard).orElse(0L)).orElse(0L);
    if (own == 0 && told == 0) {
      return Optional.empty();
    }
    // The first of ours leaves the window; of what others put out, the network is asked again.
    Optional<Instant> until =
        own >= asked.most() || fresh.isEmpty()
            ? sent.map(one -> one.first().plus(quota.within()))
            : Optional.empty();
    return Optional.of(
        new LimitStanding(
            NetworkQuota.Of.POSTS,
            false,
            asked.most(),
            Math.max(own, told),
            false,
            until,
            fresh.map(LimitStanding::heardAt).orElse(Instant.EPOCH)));
  }
}
