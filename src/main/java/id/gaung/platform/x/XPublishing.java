package id.gaung.platform.x;

import id.gaung.platform.Access;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.Publication;
import id.gaung.platform.PublishStep;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The steps of publishing: pictures or the video uploaded, a mark with what stands on the account,
 * then the one call that anybody sees.
 */
final class XPublishing {

  /** Unused uploads end after 24 hours. */
  private static final Duration UPLOADS_LIVE = Duration.ofHours(23);

  private final XPictures pictures;
  private final XVideo video;
  private final XPosts posts;
  private final XPostCall call;
  private final Clock clock;

  XPublishing(XApi api, XPosts posts, XAddresses addresses, Clock clock) {
    this.pictures = new XPictures(api, clock);
    this.video = new XVideo(api, clock);
    this.posts = posts;
    this.call = new XPostCall(api, addresses, clock);
    this.clock = clock;
  }

  PublishStep next(Access access, Publication publication, Checkpoint checkpoint) {
    XProgress progress = XProgress.of(checkpoint);
    if (progress.has(XMark.POSTING)) {
      return call.make(access, publication, progress);
    }
    if (publication.text().isBlank() && publication.altTexts().isEmpty()) {
      return new PublishStep.Failed(Failure.of(Kind.TEXT_REJECTED, "EMPTY", ""), Checkpoint.START);
    }
    Optional<Boolean> ended =
        progress.at(XMark.SINCE).map(since -> since.plus(UPLOADS_LIVE).isBefore(clock.instant()));
    XProgress current = ended.orElse(false) ? progress.anew() : progress;
    return publication
        .video()
        .map(one -> video.next(access, one, current))
        .orElseGet(() -> pictures.next(access, publication.pictures(), current))
        .orElseGet(() -> marked(access, publication, current));
  }

  /**
   * With what the account shows before the call, once for all attempts. If X does not say, nothing
   * is lost but certainty: an unknown outcome is then sooner for a person.
   */
  private PublishStep marked(Access access, Publication publication, XProgress progress) {
    Optional<List<String>> newest =
        progress
            .newest()
            .or(() -> publication.newestKnown().map(List::of))
            .or(() -> posts.newest(access));
    return XMedia.on(
        newest.map(progress::after).orElse(progress).at(XMark.POSTING, clock.instant()));
  }
}
