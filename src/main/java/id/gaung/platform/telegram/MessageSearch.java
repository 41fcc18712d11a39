package id.gaung.platform.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Access;
import id.gaung.platform.Evidence;
import id.gaung.platform.Evidence.Kind;
import id.gaung.platform.Failure;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.LookUp;
import id.gaung.platform.LookUpRequest;
import id.gaung.platform.Owners;
import id.gaung.platform.Owners.Listed;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Looks for a post of ours among what the second bot was told of the channel. What is seen proves
 * that it is out. What is not seen proves nothing: updates are lost where another program fetches
 * them, where they are many or a day old, and where the bot was not there.
 */
final class MessageSearch {

  /** Telegram keeps updates for a day; after that not all that came since is told any more. */
  private static final Duration TOLD = Duration.ofHours(20);

  private final ChannelWatch watch;
  private final TelegramAddresses addresses;
  private final Clock clock;

  MessageSearch(ChannelWatch watch, TelegramAddresses addresses, Clock clock) {
    this.watch = watch;
    this.addresses = addresses;
    this.clock = clock;
  }

  /**
   * @param request of what was marked
   */
  LookUp find(Access access, LookUpRequest request) {
    Optional<String> token = ChannelWatch.token(access);
    if (token.isEmpty()) {
      return LookUp.Undecided.unreadable();
    }
    HttpOutcome asked = watch.ask(access.account().server(), token.get());
    return ChannelWatch.listed(asked)
        .map(updates -> among(access, updates, request))
        .orElseGet(() -> unread(asked));
  }

  /** Once a person has to put the second bot right, asking again is of no use. */
  private static LookUp unread(HttpOutcome asked) {
    Failure failure = BotApi.failure(asked);
    boolean busy = asked instanceof Answered answer && answer.status() == 409;
    boolean hooked = failure.detail().toLowerCase(Locale.ROOT).contains("webhook");
    return new LookUp.Undecided(
        List.of(
            Evidence.of(busy ? Kind.WATCHER_BUSY : Kind.WATCHER_NOT_READ), Evidence.of(failure)),
        failure.passes() && !hooked);
  }

  private LookUp among(Access access, JsonNode updates, LookUpRequest request) {
    ToldBefore before = new MessageMark(request.checkpoint()).before().orElse(ToldBefore.NOTHING);
    List<SeenPost> seen = SeenPost.of(updates, access.account().remoteId());
    boolean whole = before.isReachedBy(updates, seen);
    List<SeenPost> since =
        seen.stream().filter(post -> post.ids().first() > before.message()).toList();
    FreePosts free = FreePosts.of(access.account(), addresses, since, request);

    MessageShape own = MessageShape.of(request.publication());
    List<Listed> ours = free.of(own);
    if (!ours.isEmpty()) {
      boolean bounded = whole && isBounded(request);
      LookUp answer = Owners.among(ours, bounded, free.among(own), List.of());
      if (!(answer instanceof LookUp.Undecided undecided) || undecided.candidates().isEmpty()) {
        return answer;
      }
    }
    List<Listed> candidates = new ArrayList<>(ours);
    candidates.addAll(free.butOf(own));
    List<Evidence> notes = whole ? List.of() : List.of(Evidence.of(Kind.LIST_TOO_SHORT));
    return candidates.isEmpty()
        ? LookUp.Undecided.because(Kind.NOT_SEEN).with(new LookUp.Undecided(notes))
        : LookUp.Undecided.among(candidates.stream().map(Listed::candidate).toList(), notes);
  }

  /** Whether nothing that stood there before the call can be among what is seen. */
  private boolean isBounded(LookUpRequest request) {
    return new MessageMark(request.checkpoint()).before().isPresent()
        && clock.instant().isBefore(request.publication().firstAttemptAt().plus(TOLD));
  }
}
