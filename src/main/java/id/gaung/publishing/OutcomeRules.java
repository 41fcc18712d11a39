package id.gaung.publishing;

import id.gaung.platform.Checkpoint;
import id.gaung.platform.Evidence;
import id.gaung.platform.EvidenceLine;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.LookUp;
import id.gaung.platform.PublishStep;
import id.gaung.platform.RemotePost;
import id.gaung.publishing.QueueDao.Claimed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Judges what came of an attempt. Pure. */
final class OutcomeRules {

  /** The outcome of an attempt that would have taken the remote id of another rendition. */
  static final String HELD = "HELD";

  /** The outcome of an attempt whose network still works on it. */
  static final String WAITING = "WAITING";

  /** Another post of the channel is going out: so long until the next look. */
  private static final Duration OTHERS = Duration.ofSeconds(5);

  /** Nothing goes out for so long. */
  private static final Duration OTHERS_AT_MOST = Duration.ofMinutes(20);

  private static final Duration RATE_WAIT = Duration.ofMinutes(5);
  private static final Duration QUOTA_WAIT = Duration.ofHours(1);

  /** Why what a look-up did not find has to be sent again. */
  private static final Optional<Failure> NO_ANSWER =
      Optional.of(Failure.of(Kind.TRANSIENT, "no-answer", ""));

  private final Duration grace;

  OutcomeRules(Duration grace) {
    this.grace = grace;
  }

  Outcome published(Claimed r, RemotePost post, Instant at) {
    return new Outcome(
        RenditionState.PUBLISHED,
        Optional.empty(),
        0,
        r.lookUps(),
        Optional.empty(),
        Checkpoint.START,
        Optional.empty(),
        Optional.of(post),
        Optional.of(at),
        "PUBLISHED",
        post.remoteId());
  }

  /** With the person who puts it out; the attempt tells whether a draft waits for them. */
  static Outcome handedOver(Claimed r, PublishStep.HandedOver over) {
    return new Outcome(
        RenditionState.HANDED_OVER,
        Optional.empty(),
        0,
        r.lookUps(),
        Optional.empty(),
        Checkpoint.START,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        HandedDraft.outcome(over.draft()),
        over.why().map(HandedDraft::evidence).map(OutcomeRules::lines).orElse(""));
  }

  /** The network is still working on it. */
  Outcome waiting(Claimed r, Checkpoint checkpoint, Instant until) {
    return again(r, checkpoint, until, 0, Optional.empty(), WAITING, "");
  }

  /** Certainly not out by this attempt. */
  Outcome failed(Claimed r, Failure failure, Checkpoint checkpoint, Instant now) {
    String detail = EvidenceLine.write(Evidence.of(failure));
    Optional<Failure> why = Optional.of(failure);
    if (failure.kind() == Kind.RATE_LIMITED || failure.kind() == Kind.QUOTA) {
      Duration usual = failure.kind() == Kind.QUOTA ? QUOTA_WAIT : RATE_WAIT;
      Instant next = now.plus(failure.retryAfter().orElse(usual));
      return inTime(r, checkpoint, next, r.failures(), why, failure.kind().name(), detail);
    }
    int failures = r.failures() + 1;
    if (failure.kind() == Kind.TRANSIENT && failures < RetryTimes.TRIES) {
      Duration wait = RetryTimes.backOff(r.id(), failures);
      Duration asked = failure.retryAfter().orElse(Duration.ZERO);
      Instant next = now.plus(asked.compareTo(wait) > 0 ? asked : wait);
      return inTime(r, checkpoint, next, failures, why, failure.kind().name(), detail);
    }
    return new Outcome(
        RenditionState.FAILED,
        Optional.empty(),
        failures,
        r.lookUps(),
        Optional.empty(),
        checkpoint,
        why,
        Optional.empty(),
        Optional.empty(),
        failure.kind().name(),
        detail);
  }

  /** A request left and nobody knows. */
  Outcome unknown(Claimed r, Failure failure, Checkpoint checkpoint, Instant now) {
    return uncertain(
        r,
        checkpoint,
        0,
        now,
        RetryTimes.lookUp(0).map(now::plus),
        Optional.of(failure),
        "UNKNOWN",
        EvidenceLine.write(Evidence.of(failure)));
  }

  Outcome lookedUp(Claimed r, LookUp answer, Instant now) {
    return answer.match(
        found -> published(r, found.post(), r.uncertainSince().orElse(now)),
        not -> notPublished(r, not.checkpoint(), now),
        undecided -> undecided(r, undecided, now));
  }

  /**
   * What an attempt found belongs to another rendition, so nobody knows what became of this one.
   * Its checkpoint stays as it is stored.
   */
  static Outcome held(Claimed r, RemotePost post, Instant now) {
    int done = r.isLookUp() ? r.lookUps() + 1 : 0;
    Instant since = r.uncertainSince().orElse(now);
    return uncertain(
        r,
        Checkpoint.START,
        done,
        since,
        RetryTimes.lookUp(done).map(since::plus).map(at -> at.isBefore(now) ? now : at),
        Optional.empty(),
        HELD,
        EvidenceLine.write(Evidence.of(Evidence.Kind.HELD_BY_ANOTHER, post.remoteId())));
  }

  private Outcome undecided(Claimed r, LookUp.Undecided answer, Instant now) {
    Instant since = r.uncertainSince().orElse(now);
    boolean others =
        answer.evidence().stream().anyMatch(e -> e.kind() == Evidence.Kind.OTHERS_RUNNING);
    if (others && now.isBefore(since.plus(OTHERS_AT_MOST))) {
      return uncertain(
          r,
          r.start(),
          r.lookUps(),
          since,
          Optional.of(now.plus(OTHERS)),
          Optional.empty(),
          "UNDECIDED",
          lines(answer.evidence()));
    }
    if (!answer.again()) {
      return uncertain(
          r,
          r.start(),
          r.lookUps() + 1,
          since,
          Optional.empty(),
          Optional.empty(),
          "UNDECIDED",
          lines(answer.evidence()));
    }
    return undecided(r, answer.evidence(), now);
  }

  static String lines(List<Evidence> evidence) {
    return evidence.stream().map(EvidenceLine::write).collect(Collectors.joining("\n"));
  }

  private Outcome notPublished(Claimed r, Checkpoint checkpoint, Instant now) {
    int failures = r.failures() + 1;
    if (now.isAfter(r.graceFrom().plus(grace))) {
      return over(r, RenditionState.MISSED, failures);
    }
    if (failures >= RetryTimes.TRIES) {
      return over(r, RenditionState.FAILED, failures);
    }
    Duration wait = failures == 1 ? Duration.ZERO : RetryTimes.backOff(r.id(), failures);
    return inTime(r, checkpoint, now.plus(wait), failures, NO_ANSWER, "NOT_PUBLISHED", "");
  }

  private static Outcome over(Claimed r, RenditionState state, int failures) {
    return new Outcome(
        state,
        Optional.empty(),
        failures,
        r.lookUps(),
        Optional.empty(),
        Checkpoint.START,
        NO_ANSWER,
        Optional.empty(),
        Optional.empty(),
        "NOT_PUBLISHED",
        "");
  }

  Outcome undecided(Claimed r, List<Evidence> evidence, Instant now) {
    int done = r.lookUps() + 1;
    Instant since = r.uncertainSince().orElse(now);
    Optional<Instant> next =
        RetryTimes.lookUp(done).map(since::plus).map(at -> at.isBefore(now) ? now : at);
    return uncertain(
        r, r.start(), done, since, next, Optional.empty(), "UNDECIDED", lines(evidence));
  }

  private static Outcome uncertain(
      Claimed r,
      Checkpoint checkpoint,
      int lookUps,
      Instant since,
      Optional<Instant> next,
      Optional<Failure> failure,
      String outcome,
      String detail) {
    return new Outcome(
        RenditionState.UNCERTAIN,
        next,
        r.failures(),
        lookUps,
        Optional.of(since),
        checkpoint,
        failure,
        Optional.empty(),
        Optional.empty(),
        outcome,
        detail);
  }

  /** Once more; or, if it cannot go out in time then, missed: said now and not when it is over. */
  private Outcome inTime(
      Claimed r,
      Checkpoint checkpoint,
      Instant next,
      int failures,
      Optional<Failure> failure,
      String outcome,
      String detail) {
    if (!next.isAfter(r.graceFrom().plus(grace))) {
      return again(r, checkpoint, next, failures, failure, outcome, detail);
    }
    return new Outcome(
        RenditionState.MISSED,
        Optional.empty(),
        failures,
        r.lookUps(),
        Optional.empty(),
        Checkpoint.START,
        failure,
        Optional.empty(),
        Optional.empty(),
        outcome,
        detail);
  }

  private static Outcome again(
      Claimed r,
      Checkpoint checkpoint,
      Instant next,
      int failures,
      Optional<Failure> failure,
      String outcome,
      String detail) {
    return new Outcome(
        RenditionState.RETRYING,
        Optional.of(next),
        failures,
        r.lookUps(),
        Optional.empty(),
        checkpoint,
        failure,
        Optional.empty(),
        Optional.empty(),
        outcome,
        detail);
  }
}
