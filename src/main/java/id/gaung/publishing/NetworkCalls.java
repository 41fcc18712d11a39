package id.gaung.publishing;

import id.gaung.channel.Accessed;
import id.gaung.channel.Accounts;
import id.gaung.channel.OpenChannel;
import id.gaung.platform.Access;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Evidence;
import id.gaung.platform.Failure;
import id.gaung.platform.LookUp;
import id.gaung.platform.LookUpRequest;
import id.gaung.platform.Presence;
import id.gaung.platform.Publication;
import id.gaung.platform.PublishStep;
import id.gaung.platform.RemotePost;
import id.gaung.platform.SocialPlatform;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The calls of an attempt, made in the channel's name, with a client's defects caught. */
final class NetworkCalls {

  private static final Logger LOG = LoggerFactory.getLogger(NetworkCalls.class);

  private final Accounts accounts;

  NetworkCalls(Accounts accounts) {
    this.accounts = accounts;
  }

  /**
   * What a step came to.
   *
   * @param step empty if no call was made
   * @param failure why it certainly did not succeed; never there for an unknown outcome
   * @param checkpoint where to go on from after a failure
   */
  record Stepped(Optional<PublishStep> step, Optional<Failure> failure, Checkpoint checkpoint) {}

  Stepped publish(
      OpenChannel channel, SocialPlatform platform, Publication publication, Checkpoint from) {
    Progress progress = new Progress(from);
    Accessed<PublishStep> made =
        accounts.withAccess(
            channel,
            access -> guarded(platform, access, publication, progress.checkpoint),
            progress::failureOf);
    return new Stepped(made.answer(), made.failure(), progress.checkpoint);
  }

  Accessed<LookUp> lookUp(OpenChannel channel, SocialPlatform platform, LookUpRequest request) {
    return accounts.withAccess(
        channel, access -> guardedLookUp(platform, access, request), a -> Optional.empty());
  }

  Accessed<LookUp> lookUp(UUID channelId, SocialPlatform platform, LookUpRequest request) {
    return accounts.withAccess(
        channelId, access -> guardedLookUp(platform, access, request), a -> Optional.empty());
  }

  /** Whether the post stands at its source; unknown as well if the account could not be asked. */
  Presence presence(UUID channelId, SocialPlatform platform, RemotePost post) {
    return accounts
        .withAccess(channelId, access -> guarded(platform, access, post), a -> Optional.empty())
        .answer()
        .orElse(Presence.UNKNOWN);
  }

  /** A call that is made again with fresh credentials goes on from where the refused one ended. */
  private static final class Progress {
    private Checkpoint checkpoint;

    Progress(Checkpoint from) {
      checkpoint = from;
    }

    Optional<Failure> failureOf(PublishStep step) {
      if (step instanceof PublishStep.Failed failed) {
        checkpoint = failed.checkpoint();
        return Optional.of(failed.failure());
      }
      return Optional.empty();
    }
  }

  /** A client that throws has a defect, and after a defect nobody knows what left. */
  private static PublishStep guarded(
      SocialPlatform platform, Access access, Publication publication, Checkpoint checkpoint) {
    try {
      return platform.publish(access, publication, checkpoint);
    } catch (RuntimeException defect) {
      LOG.error("The client of {} threw while publishing", platform.network(), defect);
      return new PublishStep.Unknown(failure(defect));
    }
  }

  private static Presence guarded(SocialPlatform platform, Access access, RemotePost post) {
    try {
      return platform.presence(platform.reading(access), post);
    } catch (RuntimeException defect) {
      LOG.error("The client of {} threw while asking for a post", platform.network(), defect);
      return Presence.UNKNOWN;
    }
  }

  private static LookUp guardedLookUp(
      SocialPlatform platform, Access access, LookUpRequest request) {
    try {
      return platform.lookUp(access, request);
    } catch (RuntimeException defect) {
      LOG.error("The client of {} threw while looking up", platform.network(), defect);
      return new LookUp.Undecided(List.of(Evidence.of(failure(defect))));
    }
  }

  private static Failure failure(RuntimeException defect) {
    return Failure.of(Failure.Kind.TRANSIENT, "defect", defect.getClass().getSimpleName());
  }
}
