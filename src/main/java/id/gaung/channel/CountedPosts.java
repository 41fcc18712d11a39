package id.gaung.channel;

import id.gaung.channel.Budget.LimitStanding;
import id.gaung.channel.SentPosts.Asked;
import id.gaung.channel.SentPosts.Sent;
import id.gaung.jobs.ForEach;
import id.gaung.jobs.Job;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.NetworkQuota;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
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
  void add(Collection<Channel> channels, Map<UUID, List<LimitStanding>> limits, Instant now) {
    Map<UUID, Asked> asked = new HashMap<>();
    for (Channel channel : channels) {
      quota(channel)
          .ifPresent(
              quota ->
                  asked.put(
                      channel.id(), asked(channel.id(), quota, heard(limits, channel.id()), now)));
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
        List<LimitStanding> all = new ArrayList<>(limits.getOrDefault(channel.id(), List.of()));
        heard.ifPresent(all::remove);
        standing(channel, one, heard, Optional.ofNullable(sent.get(channel.id())), now)
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
    Instant since = quota.since(now);
    return new Asked(
        id,
        heard.map(LimitStanding::most).orElse((long) quota.most()),
        since,
        heard.map(LimitStanding::heardAt).orElse(since));
  }

  /** The larger of the two counts: the network's with what went out since, and our own. */
  private static Optional<LimitStanding> standing(
      Channel channel,
      Asked asked,
      Optional<LimitStanding> heard,
      Optional<Sent> sent,
      Instant now) {
    NetworkQuota quota = quota(channel).orElseThrow();
    Optional<LimitStanding> fresh =
        heard.filter(limit -> limit.heardAt().isAfter(asked.since()) && limit.holds(now));
    long own = sent.map(Sent::count).orElse(0L);
    long told = fresh.map(limit -> limit.used() + sent.map(Sent::sinceHeard).orElse(0L)).orElse(0L);
    if (own == 0 && told == 0) {
      return Optional.empty();
    }
    // The first of ours leaves the window; of what others put out, the network is asked again.
    Optional<Instant> until =
        own >= asked.most() || fresh.isEmpty()
            ? sent.map(one -> quota.until(one.first(), now))
            : fresh.flatMap(LimitStanding::until);
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

  /**
   * Asks networks for limits that they tell only when asked: each hour, of accounts that have put
   * out so much in a day that the answer may matter.
   */
  static final class LimitQuestions {

    private static final Duration EACH = Duration.ofHours(1);

    /** The lowest that is documented anywhere is 25 a day. */
    private static final long FROM = 10;

    private final Supplier<List<Channel>> connected;
    private final Budgets budgets;
    private final Accounts accounts;
    private final Platforms platforms;
    private final Clock clock;

    LimitQuestions(
        Supplier<List<Channel>> connected,
        Budgets budgets,
        Accounts accounts,
        Platforms platforms,
        Clock clock) {
      this.connected = connected;
      this.budgets = budgets;
      this.accounts = accounts;
      this.platforms = platforms;
      this.clock = clock;
    }

    Job job() {
      return ForEach.of("ask-limits", clock, this::due, this::ask).atATime(Refresher.AT_A_TIME);
    }

    private List<UUID> due() {
      List<Channel> asked =
          connected.get().stream()
              .filter(
                  channel ->
                      quota(channel)
                          .filter(quota -> quota.told() == NetworkQuota.Told.WHEN_ASKED)
                          .isPresent())
              .toList();
      Map<UUID, Budget> standing = budgets.of(asked);
      Instant now = clock.instant();
      return asked.stream()
          .map(Channel::id)
          .filter(
              id ->
                  standing.getOrDefault(id, Budget.FREE).limits().stream()
                      .anyMatch(l -> isDue(l, now)))
          .toList();
    }

    private static boolean isDue(LimitStanding limit, Instant now) {
      return limit.of() == NetworkQuota.Of.POSTS
          && limit.used() >= FROM
          && !limit.heardAt().plus(EACH).isAfter(now);
    }

    /** One that does not answer is asked again when its turn comes. */
    private void ask(UUID id) {
      accounts.withAccess(
          id,
          Work.READ,
          access -> platforms.of(access.account().network()).askLimits(access),
          failure -> failure);
    }
  }
}
