package id.gaung.channel;

import id.gaung.channel.Budget.LimitStanding;
import id.gaung.channel.BudgetDao.Use;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.NetworkQuota;
import id.gaung.platform.Taken;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Limits of which a network tells nothing before they are reached, other than those of posts: what
 * the calls of all nodes took within the window counts ({@link NetworkModule#took}). Kept by
 * quarters of an hour, so that a window is at most that much too long.
 */
final class CountedUse {

  private static final Duration SLOT = Duration.ofMinutes(15);

  /** No window is longer; what is older is forgotten. */
  private static final Duration KEPT = Duration.ofDays(2);

  private final BudgetDao dao;

  CountedUse(BudgetDao dao) {
    this.dao = dao;
  }

  static List<NetworkQuota> quotas(Channel channel) {
    return NetworkModule.find(channel.network()).stream()
        .flatMap(module -> module.traits().quotas().stream())
        .filter(quota -> quota.told() == NetworkQuota.Told.NEVER)
        .filter(quota -> quota.of() != NetworkQuota.Of.POSTS)
        .filter(quota -> quota.within().compareTo(SLOT) >= 0)
        .toList();
  }

  /** Adds those limits of which something is used; a refusal that was heard goes before. */
  void add(Collection<Channel> channels, Map<UUID, List<LimitStanding>> limits, Instant now) {
    List<Channel> asked = channels.stream().filter(one -> !quotas(one).isEmpty()).toList();
    if (asked.isEmpty()) {
      return;
    }
    Map<UUID, List<Use>> used =
        dao.used(asked.stream().map(Channel::id).toList(), now.minus(KEPT)).stream()
            .collect(Collectors.groupingBy(Use::channelId));
    for (Channel channel : asked) {
      List<LimitStanding> all = new ArrayList<>(limits.getOrDefault(channel.id(), List.of()));
      List<Use> uses = used.getOrDefault(channel.id(), List.of());
      for (NetworkQuota quota : quotas(channel)) {
        standing(quota, uses, now).filter(one -> isNews(one, all, now)).ifPresent(all::add);
      }
      limits.put(channel.id(), all);
    }
  }

  private static boolean isNews(LimitStanding one, List<LimitStanding> heard, Instant now) {
    return heard.stream()
        .noneMatch(limit -> limit.of() == one.of() && limit.isFull() && limit.holds(now));
  }

  private static Optional<LimitStanding> standing(NetworkQuota quota, List<Use> uses, Instant now) {
    List<Use> counted =
        uses.stream()
            .filter(use -> use.kind() == quota.of())
            .filter(use -> use.slot().plus(SLOT).isAfter(quota.since(now)))
            .filter(use -> quota.day().isEmpty() || !use.slot().isBefore(quota.since(now)))
            .toList();
    return counted.stream()
        .map(Use::slot)
        .min(Instant::compareTo)
        .map(
            first ->
                new LimitStanding(
                    quota.of(),
                    counted.stream().anyMatch(Use::ofApp),
                    quota.most(),
                    counted.stream().mapToLong(Use::used).sum(),
                    false,
                    Optional.of(quota.until(first.plus(SLOT), now)),
                    Instant.EPOCH));
  }

  /** Writes down what the calls of one piece of work took. */
  void keep(CallMeter meter, Instant now) {
    Instant slot =
        Instant.ofEpochSecond(now.getEpochSecond() / SLOT.toSeconds() * SLOT.toSeconds());
    List<Use> uses =
        meter.taken().stream()
            .collect(
                Collectors.groupingBy(
                    one -> Map.entry(one.of(), one.ofApp()), Collectors.summingLong(Taken::amount)))
            .entrySet()
            .stream()
            .map(
                sum ->
                    new Use(
                        meter.channel().id(),
                        sum.getKey().getKey(),
                        sum.getKey().getValue(),
                        slot,
                        sum.getValue()))
            .toList();
    if (!uses.isEmpty()) {
      dao.use(uses);
      dao.forget(meter.channel().id(), now.minus(KEPT));
    }
  }
}
