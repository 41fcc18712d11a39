package id.gaung.channel;

import id.gaung.channel.Budget.LimitStanding;
import id.gaung.platform.CallWatch;
import id.gaung.platform.Failure;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.NetworkQuota;
import id.gaung.platform.PlatformRequest;
import id.gaung.platform.Taken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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
  private final List<Taken> taken = new ArrayList<>();
  private Optional<NetworkQuota.Of> refused = Optional.empty();

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

  /** What the calls took of quotas of which the network tells nothing. */
  List<Taken> taken() {
    return taken;
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
      NetworkModule.find(channel.network()).ifPresent(module -> note(module, request, answer));
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

  private void note(NetworkModule module, PlatformRequest request, HttpOutcome.Answered answer) {
    refused = Optional.of(answer).filter(a -> !a.ok()).map(a -> module.refusedOf(request, a));
    for (Taken one : module.took(request, answer)) {
      taken.add(one);
      known.computeIfPresent(
          one.of() + (one.ofApp() ? "/app" : ""), (key, limit) -> limit.plus(one.amount()));
    }
  }

  /**
   * The network refused a call for its rate.
   *
   * @return whether the network keeps apart what was asked too often, so that only that has to wait
   */
  boolean tooFast(Instant until) {
    NetworkQuota.Of of = refused.orElse(NetworkQuota.Of.CALLS);
    if (of == NetworkQuota.Of.CALLS) {
      return false;
    }
    full(of, until);
    return true;
  }

  /**
   * The network refused something for its number. What it told itself of that limit stays; else all
   * that it publishes counts as used until then.
   *
   * @return whether it is a limit of its own, so that only what needs it has to wait
   */
  boolean usedUp(Failure refusal, Instant until) {
    NetworkQuota.Of of = refusal.quota();
    if (of == NetworkQuota.Of.CALLS && most(of).isEmpty() && !isHeardFull(of)) {
      return false;
    }
    full(of, until);
    return true;
  }

  private Optional<Integer> most(NetworkQuota.Of of) {
    return NetworkModule.find(channel.network())
        .flatMap(module -> module.traits().quota(of))
        .map(NetworkQuota::most);
  }

  /** What was told of it with the refusal stays; else all of it counts as used until then. */
  private void full(NetworkQuota.Of of, Instant until) {
    if (!isHeardFull(of)) {
      Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
      Optional<Instant> end = Optional.of(sensible(until, now));
      hear(
          most(of)
              .map(most -> new LimitStanding(of, false, most, most, false, end, now))
              .orElseGet(() -> new LimitStanding(of, false, 100, 100, true, end, now)));
    }
  }

  private boolean isHeardFull(NetworkQuota.Of of) {
    return heard.values().stream().anyMatch(limit -> limit.of() == of && limit.isFull());
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
