package id.gaung.platform.tiktok;

import id.gaung.platform.Access;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.PublishStep;
import id.gaung.platform.PublishStep.Draft;
import id.gaung.platform.PublishStep.HandedOver;
import id.gaung.platform.tiktok.DraftProgress.Part;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Waits until TikTok says that a draft lies in the inbox ("Get Video Status"). */
final class DraftStatus {

  /** Most are there within a minute; the person who gets the post is not kept waiting longer. */
  private static final Duration AT_MOST = Duration.ofMinutes(4);

  /** 30 questions a minute are allowed. */
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofSeconds(2),
          Duration.ofSeconds(3),
          Duration.ofSeconds(5),
          Duration.ofSeconds(10),
          Duration.ofSeconds(20),
          Duration.ofSeconds(30));

  private final TikTokApi api;
  private final Clock clock;

  DraftStatus(TikTokApi api, Clock clock) {
    this.api = api;
    this.clock = clock;
  }

  PublishStep next(Access access, DraftProgress progress) {
    return judged(DraftState.of(api, access, progress), progress);
  }

  /** What TikTok's answer means for a draft whose bytes are all there. */
  PublishStep judged(DraftState told, DraftProgress progress) {
    if (told.failure().isPresent()) {
      return unanswered(told.failure().get(), progress);
    }
    return switch (told.state()) {
      // Whoever is quick has ended it already.
      case "SEND_TO_USER_INBOX", "PUBLISH_COMPLETE" -> HandedOver.DRAFTED;
      case "FAILED" -> failed(told.reason());
      default -> later(progress, Failure.of(Kind.TRANSIENT, "draft-unfinished", told.state()));
    };
  }

  private PublishStep unanswered(Failure failure, DraftProgress progress) {
    return switch (failure.kind()) {
      case TRANSIENT, RATE_LIMITED -> later(progress, failure);
      case TOKEN_EXPIRED, RECONNECT, PERMISSION ->
          new PublishStep.Failed(failure, progress.checkpoint());
      // It was sent; that it may not be asked for says nothing of it.
      default -> new HandedOver(Draft.UNCERTAIN, Optional.of(failure));
    };
  }

  /** Nobody saw it, so another one may be made if that helps. */
  private static PublishStep failed(String reason) {
    String code = reason.isEmpty() ? "FAILED" : reason;
    Kind kind = TikTokErrors.kind(code).orElse(Kind.REJECTED);
    return new PublishStep.Failed(
        TikTokErrors.failure(code, "", kind, Optional.empty()), Checkpoint.START);
  }

  private PublishStep later(DraftProgress progress, Failure why) {
    boolean over =
        progress
            .instant(Part.SINCE)
            .filter(since -> clock.instant().isBefore(since.plus(AT_MOST)))
            .isEmpty();
    if (over) {
      return new HandedOver(Draft.UNCERTAIN, Optional.of(why));
    }
    int polls = (int) progress.number(Part.POLLS);
    return new PublishStep.Continue(
        progress.with(Part.POLLS, polls + 1).checkpoint(),
        PAUSES.get(Math.min(polls, PAUSES.size() - 1)));
  }
}
