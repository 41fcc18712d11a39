package id.gaung.platform.threads;

import id.gaung.platform.Access;
import id.gaung.platform.Failure;
import id.gaung.platform.LookUp;
import id.gaung.platform.NetworkQuota;
import id.gaung.platform.Presence;
import id.gaung.platform.RemotePost;
import id.gaung.platform.Reply;
import id.gaung.platform.Replying;
import id.gaung.platform.meta.ContainerReplies;
import id.gaung.platform.meta.GraphApi;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Parts of threads, which answer the part before ("Create replies"). After a lost answer both what
 * the account has answered and its posts are looked at.
 */
final class ThreadsReplies {

  /** Of a thousand in any 24 hours; when there is room again is not told. */
  private static final Duration USED_UP = Duration.ofHours(1);

  private static final String NO_PERMISSION = "10";

  private final ContainerReplies parts;
  private final StandingAlone alone;
  private final BiFunction<Access, RemotePost, Presence> presence;

  ThreadsReplies(
      GraphApi api,
      ThreadsPosts posts,
      BiFunction<Access, RemotePost, Presence> presence,
      Clock clock) {
    this.parts = new ContainerReplies(api, reply -> new ThreadsPart(reply.parent()), clock);
    this.alone = new StandingAlone(posts);
    this.presence = presence;
  }

  Replying reply(Access access, Reply reply) {
    Replying answer = parts.reply(access, reply);
    return answer instanceof Replying.Failed failed
        ? new Replying.Failed(meant(access, reply, failed.failure()), failed.checkpoint())
        : answer;
  }

  private Failure meant(Access access, Reply reply, Failure failure) {
    if (failure.kind() == Failure.Kind.QUOTA) {
      return new Failure(
          failure.kind(),
          failure.code(),
          failure.detail(),
          Optional.of(failure.retryAfter().orElse(USED_UP)),
          NetworkQuota.Of.REPLIES);
    }
    if (failure.code().equals(NO_PERMISSION)) {
      return Failure.notGranted(List.of(ThreadsHosts.REPLYING));
    }
    boolean unknown =
        ContainerReplies.isBeginning(reply) && ThreadsErrors.isMissing(failure.code());
    return unknown && presence.apply(access, reply.parent()) != Presence.PRESENT
        ? reply.parentMissing()
        : failure;
  }

  LookUp lookUp(Access access, Reply reply, Set<String> held) {
    LookUp answer = parts.lookUp(access, reply, held);
    boolean open =
        answer instanceof LookUp.NotPublished
            || (answer instanceof LookUp.Undecided undecided && undecided.candidates().isEmpty());
    return open && ContainerReplies.mayBeOut(reply)
        ? alone.find(access, reply).map(one -> with(answer, one)).orElse(answer)
        : answer;
  }

  private static LookUp with(LookUp answer, LookUp.Undecided alone) {
    return answer instanceof LookUp.Undecided undecided ? undecided.with(alone) : alone;
  }
}
