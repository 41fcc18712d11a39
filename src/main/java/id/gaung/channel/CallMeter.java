package id.gaung.channel;

import id.gaung.channel.Budget.LimitStanding;
import id.gaung.platform.CallWatch;
import id.gaung.platform.Failure;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.NetworkQuota;
import id.gaung.platform.PlatformRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears what the answers of one piece of work say about limits. What may wait is stopped by them in
 * the middle; what is being published is not, since half a publication is worth nothing. Used by
 * one thread.
 */
final class CallMeter implements CallWatch {

  private static final Logger LOG = LoggerFactory.getLogger(CallMeter.class);

  /** Whatever a network says, it is asked again after that. */
  private static final Duration LONGEST = Duration.ofDays(1);

  private final Channel channel;
  private final Work work;
  private final Clock clock;
  private final Map<String, LimitStanding> known = new HashMap<>();
  private final Map<String, LimitStanding> heard = new HashMap<>();

  /**
   * @param before what is known already
   */
  CallMeter(Channel channel, Work work, List<LimitStanding> before, Clock clock) {
    this.channel = channel;
    this.work = work;
    this.clock = clock;
    before.forEach(limit -> known.put(key(limit), limit));
  }

  Channel channel() {
    return channel;
  }

  Collection<LimitStanding> heard() {
    return heard.values();
  }

  static String key(LimitStanding limit) {
    return limit.of() + (limit.ofApp() ? "/app" : "");
  }

  @Override
  public Optional<String> against() {
    if (work == Work.PUBLISH) {
      return Optional.empty();
    }
    return Budget.of(Optional.empty(), List.copyOf(known.values()), clock.instant())
        .against(work)
        .map(wait -> work + " waits until " + wait.until());
  }

  @Override
  public void answered(PlatformRequest request, HttpOutcome.Answered answer) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    try {
      NetworkModule.find(channel.network()).stream()
          .flatMap(module -> module.limits(request, answer, now).stream())
          .map(
              told ->
                  new LimitStanding(
                      told.of(),
                      told.ofApp(),
                      told.most(),
                      told.used(),
                      told.inPercent(),
                      told.until().map(until -> sensible(until, now)),
                      now))
          .forEach(this::hear);
    } catch (RuntimeException defect) {
      LOG.error("What {} says of limits was not understood", channel.network(), defect);
    }
  }

  /**
   * The network refused something for its number. What it told itself of that limit stays; else all
   * that it publishes counts as used until then.
   *
   * @return whether the limit is known, so that only what needs it has to wait
   */
  boolean usedUp(Failure refusal, Instant until) {
    NetworkQuota.Of of = refusal.quota();
    if (!isHeardFull(of)) {
      NetworkModule.find(channel.network())
          .flatMap(module -> module.traits().quota(of))
          .map(NetworkQuota::most)
          .ifPresent(most -> hear(full(of, most, until.truncatedTo(ChronoUnit.MILLIS))));
    }
    return isHeardFull(of);
  }

  private boolean isHeardFull(NetworkQuota.Of of) {
    return heard.values().stream().anyMatch(limit -> limit.of() == of && limit.isFull());
  }

  private LimitStanding full(NetworkQuota.Of of, long most, Instant until) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return new LimitStanding(of, false, most, most, false, Optional.of(until), now);
  }

  private void hear(LimitStanding limit) {
    known.put(key(limit), limit);
    heard.put(key(limit), limit);
  }

  private static Instant sensible(Instant until, Instant now) {
    Instant latest = now.plus(LONGEST);
    return (until.isAfter(latest) ? latest : until).truncatedTo(ChronoUnit.MILLIS);
  }
}
