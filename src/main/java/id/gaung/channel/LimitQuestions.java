package id.gaung.channel;

import id.gaung.jobs.ForEach;
import id.gaung.jobs.Job;
import id.gaung.platform.NetworkQuota;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Asks networks for limits that they tell only when asked: each hour, of accounts that have put out
 * so much in a day that the answer may matter.
 */
final class LimitQuestions {

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
                    CountedPosts.quota(channel)
                        .filter(quota -> quota.told() == NetworkQuota.Told.WHEN_ASKED)
                        .isPresent())
            .toList();
    Map<UUID, Budget> standing = budgets.of(asked);
    Instant now = clock.instant();
    return asked.stream()
        .map(Channel::id)
        .filter(id -> standing.getOrDefault(id, Budget.FREE).limits().stream().anyMatch(l -> isDue(l, now)))
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
