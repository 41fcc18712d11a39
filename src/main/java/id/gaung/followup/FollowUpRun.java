package id.gaung.followup;

import id.gaung.audit.Change;
import id.gaung.audit.Foundation;
import id.gaung.followup.FollowUpDao.Told;
import id.gaung.followup.NetworkReplies.Asked;
import id.gaung.kernel.Actor;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Failure;
import id.gaung.platform.LookUp;
import id.gaung.platform.RemotePost;
import id.gaung.platform.Replying;
import id.gaung.publishing.PostFollowUps.State;
import id.gaung.publishing.RetryTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts out what follows posts, a step at a time. Taken under a lease before the network is asked;
 * what was not answered, or whose process ended, is looked up and never repeated blindly.
 */
final class FollowUpRun {

  private static final Logger LOG = LoggerFactory.getLogger(FollowUpRun.class);

  /** Nobody else asks meanwhile; longer than any call. */
  static final Duration LEASE = Duration.ofMinutes(6);

  /** A trouble that lasts longer is for a person: by then nobody waits for the next part. */
  static final Duration PATIENCE = Duration.ofDays(1);

  private static final int AT_MOST = 200;
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);
  private static final Duration FIRST_WAIT = Duration.ofSeconds(15);

  private static final Failure NOTHING_THERE = Failure.of(Failure.Kind.TRANSIENT, "no-answer", "");

  private final Foundation foundation;
  private final FollowUpDao dao;
  private final NetworkReplies networks;
  private final BooleanSupplier stopped;

  /**
   * @param stopped whether nothing may go out now; what is not known is looked up all the same
   */
  FollowUpRun(
      Foundation foundation, FollowUpDao dao, NetworkReplies networks, BooleanSupplier stopped) {
    this.foundation = foundation;
    this.dao = dao;
    this.networks = networks;
    this.stopped = stopped;
  }

  /** One run: all that is due, the next part of a thread too once the one before it is out. */
  void run() {
    for (int i = 0; i < AT_MOST; i++) {
      Instant now = foundation.clock().instant();
      Instant until = now.plus(LEASE);
      Optional<FollowUpRow> due = dao.take(now, until, now.plus(PATIENCE), !stopped.getAsBoolean());
      if (due.isEmpty()) {
        return;
      }
      try {
        goOn(due.get(), until);
      } catch (RuntimeException failed) {
        // Its lease stands, so it is looked up when that ends.
        LOG.error("What follows a post could not be gone on with: {}", due.get().id(), failed);
      }
    }
  }

  private void goOn(FollowUpRow row, Instant until) {
    Optional<Asked> asked = networks.asked(row);
    if (asked.isEmpty()) {
      tell(row, plain(State.LEFT_OUT));
    } else if (row.state() == State.ASKING) {
      networks
          .send(asked.get(), until)
          .match(
              out -> tell(row, out(out.post())),
              next -> tell(row, next(next)),
              failed -> tell(row, failed(row, failed.failure(), failed.checkpoint())),
              unknown -> tell(row, unknown(row, unknown.failure())));
    } else {
      tell(row, lookedUp(row, networks.lookUp(asked.get())));
    }
  }

  private Told lookedUp(FollowUpRow row, LookUp answer) {
    return answer.match(
        found -> out(found.post()),
        not -> failed(row, NOTHING_THERE, not.checkpoint()),
        undecided -> {
          int done = row.lookUps() + 1;
          Optional<Duration> wait = undecided.again() ? RetryTimes.lookUp(done) : Optional.empty();
          return new Told(
              State.UNCERTAIN,
              false,
              wait.map(foundation.clock().instant()::plus),
              done,
              row.checkpoint(),
              Optional.empty(),
              Optional.empty(),
              row.failureKind(),
              row.failureCode(),
              row.failureDetail(),
              FollowUpDecisions.lines(undecided.evidence()));
        });
  }

  static Told out(RemotePost post) {
    return new Told(
        State.OUT,
        false,
        Optional.empty(),
        0,
        Map.of(),
        Optional.of(post.remoteId()),
        post.url().map(Object::toString),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "");
  }

  static Told plain(State state) {
    return plain(state, false, Optional.empty(), Checkpoint.START);
  }

  /** To be asked for from there on. */
  static Told waiting(Instant nextAt, Checkpoint from) {
    return plain(State.WAITING, false, Optional.of(nextAt), from);
  }

  private Told next(Replying.Continue next) {
    Instant then = foundation.clock().instant().plus(next.pause());
    return plain(State.WAITING, true, Optional.of(then), next.checkpoint());
  }

  private static Told plain(State state, boolean step, Optional<Instant> nextAt, Checkpoint from) {
    return new Told(
        state,
        step,
        nextAt,
        0,
        from.values(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "");
  }

  private Told unknown(FollowUpRow row, Failure failure) {
    Instant now = foundation.clock().instant();
    return refused(State.UNCERTAIN, RetryTimes.lookUp(0).map(now::plus), failure, row.checkpoint());
  }

  /** Certainly not out by this attempt. */
  private Told failed(FollowUpRow row, Failure failure, Checkpoint from) {
    Instant now = foundation.clock().instant();
    Instant next = now.plus(failure.retryAfter().orElse(wait(row.attempts())));
    boolean worth =
        failure.passes() && row.giveUpAt().filter(end -> next.isBefore(end)).isPresent();
    return worth
        ? refused(State.WAITING, Optional.of(next), failure, from.values())
        : refused(State.FAILED, Optional.empty(), failure, Map.of());
  }

  private static Told refused(
      State state, Optional<Instant> nextAt, Failure failure, Map<String, String> checkpoint) {
    return new Told(
        state,
        false,
        nextAt,
        0,
        checkpoint,
        Optional.empty(),
        Optional.empty(),
        Optional.of(failure.kind().name()),
        Optional.of(failure.code()),
        Optional.of(failure.detail()),
        "");
  }

  private static Duration wait(int attempts) {
    Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(Math.max(attempts - 1, 0), 10));
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }

  private boolean tell(FollowUpRow row, Told told) {
    return foundation.transactions().call(() -> store(foundation, dao, row, told, FollowUps.ACTOR));
  }

  /**
   * Stores what came of one, with its audit row, and lets the part after it begin. Joins the
   * caller's transaction.
   *
   * @return whether nobody else has gone on with it since it was taken
   */
  static boolean store(
      Foundation foundation, FollowUpDao dao, FollowUpRow row, Told told, Actor by) {
    Instant now = foundation.clock().instant();
    Optional<State> state = dao.told(row.id(), row.version(), told, now);
    if (state.isEmpty()) {
      return false;
    }
    if (state.get() == State.OUT) {
      dao.begin(row.renditionId(), row.kind(), row.number() + 1, now);
    } else if (state.get() == State.LEFT_OUT) {
      // The rest of a thread means nothing without it.
      dao.leaveOut(row.renditionId(), Optional.of(row.kind().name()), row.number(), false, now);
    }
    boolean looksAgain = row.state() == State.UNCERTAIN && row.lookUps() > 0;
    if ((looksAgain && state.get() == State.UNCERTAIN)
        || (told.step() && state.get() == State.WAITING)) {
      return true;
    }
    foundation
        .audit()
        .record(
            Change.of(by, "rendition.follow-up", "rendition", row.renditionId())
                .with("kind", row.kind())
                .with("number", row.number())
                .with("to", state.get())
                .with("remoteId", told.remoteId().orElse(""))
                .with("why", told.failureKind().orElse("")));
    return true;
  }
}
