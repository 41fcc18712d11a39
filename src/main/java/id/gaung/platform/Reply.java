package id.gaung.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * What an account puts under a post of its own: the next part of a thread, or a comment. The same
 * on every attempt, but for how far it has come.
 *
 * @param id stable over all attempts; the client makes its idempotency key of it
 * @param firstAttemptAt when the first attempt began; never later than now
 * @param attemptAt when the last one began
 * @param kind {@link PostOption#THREAD} or {@link PostOption#FIRST_COMMENT}
 * @param root the post with which it all began
 * @param parent what it hangs under: the part before it, or the root
 * @param language of the text, BCP 47, such as {@code id}
 * @param options what is said of the root
 * @param checkpoint as stored before this step; {@link Checkpoint#START} where it is one call
 */
public record Reply(
    UUID id,
    Instant firstAttemptAt,
    Instant attemptAt,
    PostOption kind,
    RemotePost root,
    RemotePost parent,
    String text,
    String language,
    Map<PostOption, String> options,
    Checkpoint checkpoint) {

  /** So long not every server of a network may know a post that is just out. */
  private static final Duration LATE = Duration.ofMinutes(5);

  public Reply {
    text = PostText.of(text);
    options = Map.copyOf(options);
  }

  /** The same, gone on with from there. */
  public Reply from(Checkpoint stored) {
    return new Reply(
        id, firstAttemptAt, attemptAt, kind, root, parent, text, language, options, stored);
  }

  /** The network does not know what it hangs under: not yet, or not any more. */
  public Failure parentMissing() {
    boolean late = attemptAt.isBefore(firstAttemptAt.plus(LATE));
    return Failure.of(
        late ? Failure.Kind.TRANSIENT : Failure.Kind.REJECTED, "content.parent-gone", "");
  }
}
