package id.gaung.channel;

import id.gaung.channel.Budget.LimitStanding;
import id.gaung.channel.BudgetDao.Row;
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
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the accounts may still do at their networks: what any node heard, and what was counted. A
 * limit is written down when it comes a step nearer to its end, so that publishing at full speed
 * writes some twenty times an hour; what decides is what the network says itself, with each answer.
 * Thread-safe.
 */
public final class Budgets {

  private static final Logger LOG = LoggerFactory.getLogger(Budgets.class);

  /** What another node heard is minded that late at most; this node's own word at once. */
  private static final Duration FRESH = Duration.ofSeconds(1);

  /** What has not come a step nearer is written again after that, where it may matter. */
  private static final Duration AGAIN = Duration.ofMinutes(1);

  private final BudgetDao dao;
  private final CountedPosts counted;
  private final CountedUse uses;
  private final Clock clock;
  private final Map<String, LimitStanding> written = new ConcurrentHashMap<>();
  private volatile Known known = new Known(Instant.MIN, List.of());

  private record Known(Instant at, List<Row> tight) {}

  Budgets(BudgetDao dao, CountedPosts counted, Clock clock) {
    this.dao = dao;
    this.counted = counted;
    this.uses = new CountedUse(dao);
    this.clock = clock;
  }

  /** Of each of the accounts, however many, in two questions. */
  public Map<UUID, Budget> of(Collection<Channel> channels) {
    List<UUID> ids = channels.stream().map(Channel::id).toList();
    return with(channels, ids.isEmpty() ? List.of() : dao.of(ids));
  }

  /**
   * The same as far as it may keep posts waiting, for whoever asks many times a second: without any
   * question as a rule.
   */
  public Map<UUID, Budget> forPublishing(Collection<Channel> channels) {
    List<Channel> asked = channels.stream().filter(Budgets::isCounted).toList();
    Map<UUID, Budget> budgets = asked.isEmpty() ? new HashMap<>() : of(asked);
    Map<UUID, List<Row>> tight = tight().stream().collect(Collectors.groupingBy(Row::channelId));
    Instant now = clock.instant();
    for (Channel channel : channels) {
      budgets.computeIfAbsent(
          channel.id(),
          id ->
              Budget.of(
                  channel.pausedUntil(),
                  tight.getOrDefault(id, List.of()).stream().map(Row::standing).toList(),
                  now));
    }
    return budgets;
  }

  private static boolean isCounted(Channel channel) {
    return CountedPosts.quota(channel).isPresent() || !CountedUse.quotas(channel).isEmpty();
  }

  private Map<UUID, Budget> with(Collection<Channel> channels, List<Row> rows) {
    Instant now = clock.instant();
    Map<UUID, List<LimitStanding>> limits = limits(rows);
    counted.add(channels, limits, now);
    uses.add(channels, limits, now);
    return channels.stream()
        .collect(
            Collectors.toMap(
                Channel::id,
                channel ->
                    Budget.of(
                        channel.pausedUntil(), limits.getOrDefault(channel.id(), List.of()), now),
                (one, same) -> one,
                HashMap::new));
  }

  private static Map<UUID, List<LimitStanding>> limits(List<Row> rows) {
    Map<UUID, List<LimitStanding>> limits = new HashMap<>();
    rows.forEach(
        row ->
            limits.computeIfAbsent(row.channelId(), id -> new ArrayList<>()).add(row.standing()));
    return limits;
  }

  private List<Row> tight() {
    Instant now = clock.instant();
    Known before = known;
    if (before.at().isBefore(now.minus(FRESH)) || before.at().isAfter(now)) {
      before = new Known(now, dao.tight(now));
      known = before;
    }
    return before.tight();
  }

  /** To be told of the answers of one piece of work. */
  CallMeter meter(Channel channel, Work work) {
    return new CallMeter(channel, work, work == Work.PUBLISH ? List.of() : before(channel), clock);
  }

  private List<LimitStanding> before(Channel channel) {
    Map<UUID, List<LimitStanding>> limits = limits(dao.of(List.of(channel.id())));
    uses.add(List.of(channel), limits, clock.instant());
    return limits.getOrDefault(channel.id(), List.of());
  }

  /** Writes down what was heard, as far as it matters; what came of the work is worth more. */
  void keep(CallMeter meter) {
    try {
      uses.keep(meter, clock.instant());
    } catch (RuntimeException uncounted) {
      LOG.warn("What was used of {} is not counted", meter.channel().network(), uncounted);
    }
    List<Row> rows =
        meter.heard().stream()
            .filter(limit -> matters(meter.channel(), limit))
            .map(limit -> Row.of(meter.channel().id(), limit))
            .sorted(java.util.Comparator.comparing(Row::kind).thenComparing(Row::ofApp))
            .toList();
    if (rows.isEmpty()) {
      return;
    }
    try {
      dao.keep(rows);
      rows.forEach(row -> written.put(name(meter.channel(), row.standing()), row.standing()));
      known = new Known(Instant.MIN, List.of());
    } catch (RuntimeException unwritten) {
      LOG.warn("What {} says of limits is not written", meter.channel().network(), unwritten);
    }
  }

  private boolean matters(Channel channel, LimitStanding limit) {
    Optional<LimitStanding> before = Optional.ofNullable(written.get(name(channel, limit)));
    if (before.isEmpty()
        || before.get().step() != limit.step()
        || !before.get().holds(limit.heardAt())) {
      return true;
    }
    boolean mayMatter = limit.isTight() || !before.get().until().equals(limit.until());
    return mayMatter && !before.get().heardAt().plus(AGAIN).isAfter(limit.heardAt());
  }

  private static String name(Channel channel, LimitStanding limit) {
    return channel.id() + "/" + CallMeter.key(limit);
  }
}
