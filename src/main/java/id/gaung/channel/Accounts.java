package id.gaung.channel;

import id.gaung.platform.Access;
import id.gaung.platform.Account;
import id.gaung.platform.CallWatch;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Calls in the name of channels. To be used outside any transaction: a call over the network takes
 * as long as it likes.
 */
public final class Accounts {

  static final Failure UNUSABLE = Failure.of(Kind.RECONNECT, "not-connected", "");

  /** How long to wait where a network does not say. */
  private static final Duration RATE_WAIT = Duration.ofMinutes(5);

  private static final Duration QUOTA_WAIT = Duration.ofHours(1);

  private final Vault vault;
  private final Refresher refresher;
  private final Budgets budgets;
  private final Clock clock;
  private final LastAnswers answers;
  private final Lookers lookers;

  Accounts(
      Vault vault,
      Refresher refresher,
      Budgets budgets,
      Clock clock,
      LastAnswers answers,
      Lookers lookers) {
    this.lookers = lookers;
    this.vault = vault;
    this.budgets = budgets;
    this.refresher = refresher;
    this.clock = clock;
    this.answers = answers;
  }

  /** The usable ones among the channels, opened; one query however many. */
  public Map<UUID, OpenChannel> open(Collection<UUID> channelIds) {
    return vault.open(channelIds);
  }

  /** What the accounts may still do. */
  public Budgets budgets() {
    return budgets;
  }

  /** As {@link #withAccess(OpenChannel, Function, Function)}, reading the channel first. */
  public <T> Accessed<T> withAccess(
      UUID channelId, Function<Access, T> call, Function<T, Optional<Failure>> failureOf) {
    return withAccess(channelId, Work.PUBLISH, call, failureOf);
  }

  /**
   * The same for any kind of work. What may wait is stopped, in the middle too, when a limit leaves
   * it nothing; then the call answers a failure that {@link Failure#isOwnRestraint}.
   */
  public <T> Accessed<T> withAccess(
      UUID channelId,
      Work work,
      Function<Access, T> call,
      Function<T, Optional<Failure>> failureOf) {
    return Optional.ofNullable(vault.open(List.of(channelId)).get(channelId))
        .map(
            open ->
                looker(open, work)
                    .map(office -> looking(open.channel().account(), office, work, call, failureOf))
                    .orElseGet(() -> metered(open, work, call, failureOf)))
        .orElseGet(() -> Accessed.notCalled(vault.trouble(channelId).orElse(UNUSABLE)));
  }

  /** Nothing is published in another account's name. */
  private Optional<Channel> looker(OpenChannel open, Work work) {
    return work == Work.PUBLISH || open.channel().hasLogin()
        ? Optional.empty()
        : lookers.office(open.channel().account());
  }

  /**
   * Looks at an account that has no login here in the name of one of the office's own, which its
   * limits and the loss of its login concern.
   */
  <T> Accessed<T> looking(
      Account account,
      Channel office,
      Work work,
      Function<Access, T> call,
      Function<T, Optional<Failure>> failureOf) {
    return withAccess(
        office.id(), work, access -> call.apply(lookers.through(account, access)), failureOf);
  }

  /**
   * Calls with the channel's credentials. Credentials that ran out are refreshed once and the call
   * made again, so the call must not have had an effect when it answers {@link Kind#TOKEN_EXPIRED}.
   * A lost authorisation marks the channel, a rate limit pauses it. What the answers say of limits
   * is written down.
   */
  public <T> Accessed<T> withAccess(
      OpenChannel channel, Function<Access, T> call, Function<T, Optional<Failure>> failureOf) {
    return metered(channel, Work.PUBLISH, call, failureOf);
  }

  private <T> Accessed<T> metered(
      OpenChannel channel,
      Work work,
      Function<Access, T> call,
      Function<T, Optional<Failure>> failureOf) {
    CallMeter meter = budgets.meter(channel.channel(), work);
    try {
      return called(
          channel, access -> CallWatch.during(meter, () -> call.apply(access)), failureOf, meter);
    } finally {
      budgets.keep(meter);
    }
  }

  private <T> Accessed<T> called(
      OpenChannel channel,
      Function<Access, T> call,
      Function<T, Optional<Failure>> failureOf,
      CallMeter meter) {
    OpenChannel usable = channel;
    // Without a login there is nothing to refresh.
    boolean refreshed = !channel.channel().hasLogin();
    if (isDue(channel)) {
      Refresher.Fresh fresh = refresher.refresh(channel);
      if (fresh.channel().isPresent()) {
        usable = fresh.channel().get();
        refreshed = true;
      } else if (!stillValid(channel) || isLost(fresh.failure().orElse(UNUSABLE))) {
        return refused(channel, fresh.failure().orElse(UNUSABLE));
      }
    }
    T answer = call.apply(usable.access());
    Optional<Failure> failure = failureOf.apply(answer);
    if (failure.filter(f -> f.kind() == Kind.TOKEN_EXPIRED).isPresent() && !refreshed) {
      Refresher.Fresh fresh = refresher.refresh(usable);
      if (fresh.channel().isEmpty()) {
        return refused(channel, fresh.failure().orElse(UNUSABLE));
      }
      answer = call.apply(fresh.channel().get().access());
      failure = failureOf.apply(answer);
    }
    failure.ifPresent(f -> learn(channel, f, meter));
    if (failure.isEmpty()) {
      answers.heard(channel.channel().id(), answer);
    }
    return Accessed.answered(answer, failure.map(Accounts::plain));
  }

  Map<UUID, Instant> answered(Collection<UUID> channelIds) {
    return answers.of(channelIds);
  }

  /** Refreshes the credentials if they are due; the failure if that did not work. */
  Optional<Failure> refreshIfDue(UUID channelId) {
    OpenChannel open = vault.open(List.of(channelId)).get(channelId);
    if (open == null || !isDue(open)) {
      return Optional.empty();
    }
    Refresher.Fresh fresh = refresher.refresh(open);
    // Renewing is limited apart: what still opens the account is used until it ends.
    fresh.failure().filter(f -> isLost(f) || !stillValid(open)).ifPresent(f -> learn(open, f));
    return fresh.failure();
  }

  void learnHandle(Channel channel, String handle) {
    vault.learnHandle(channel, handle);
  }

  private boolean isDue(OpenChannel channel) {
    Instant now = clock.instant();
    return channel.access().credentials().refreshAt().filter(at -> !now.isBefore(at)).isPresent();
  }

  private boolean stillValid(OpenChannel channel) {
    Instant now = clock.instant();
    return channel.access().credentials().expiresAt().filter(at -> !now.isBefore(at)).isEmpty();
  }

  private <T> Accessed<T> refused(OpenChannel channel, Failure failure) {
    learn(channel, failure);
    return Accessed.notCalled(plain(failure));
  }

  /** What is used up stops what needs it, where the network keeps that apart. */
  private void learn(OpenChannel channel, Failure failure, CallMeter meter) {
    boolean apart =
        switch (failure.isOwnRestraint() ? Kind.TRANSIENT : failure.kind()) {
          case QUOTA -> meter.usedUp(failure, until(failure, QUOTA_WAIT));
          case RATE_LIMITED -> meter.tooFast(until(failure, RATE_WAIT));
          default -> false;
        };
    if (!apart) {
      learn(channel, failure);
    }
  }

  private Instant until(Failure failure, Duration usual) {
    return clock.instant().plus(failure.retryAfter().orElse(usual));
  }

  private void learn(OpenChannel channel, Failure failure) {
    UUID id = channel.channel().id();
    if (failure.isOwnRestraint()) {
      return;
    }
    if (isLost(failure)) {
      vault.needsReconnecting(channel.channel(), failure.kind());
    } else if (failure.kind() == Kind.RATE_LIMITED) {
      vault.pause(id, until(failure, RATE_WAIT));
    } else if (failure.kind() == Kind.QUOTA) {
      vault.pause(id, until(failure, QUOTA_WAIT));
    }
  }

  /** An expiry that a refresh does not cure needs a person, as a lost authorisation does. */
  private static Failure plain(Failure failure) {
    return failure.kind() == Kind.TOKEN_EXPIRED
        ? new Failure(Kind.RECONNECT, failure.code(), failure.detail(), Optional.empty())
        : failure;
  }

  private static boolean isLost(Failure failure) {
    return failure.kind() == Kind.RECONNECT
        || failure.kind() == Kind.TOKEN_EXPIRED
        || failure.kind() == Kind.ACCOUNT_BLOCKED;
  }
}
