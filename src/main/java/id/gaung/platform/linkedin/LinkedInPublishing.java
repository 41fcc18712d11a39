package id.gaung.platform.linkedin;

import id.gaung.platform.Access;
import id.gaung.platform.Attachment;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.Picture;
import id.gaung.platform.Publication;
import id.gaung.platform.PublishStep;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The steps of publishing: pictures or the video uploaded, a mark with what stands on the page,
 * then the one call that anybody sees.
 */
final class LinkedInPublishing {

  /** How long unused uploads live is not said. */
  private static final Duration UPLOADS_LIVE = Duration.ofHours(23);

  private final LinkedInApi api;
  private final LinkedInPictures pictures;
  private final LinkedInVideo video;
  private final LinkedInPosts posts;
  private final LinkedInPostCall call;

  LinkedInPublishing(LinkedInApi api, LinkedInPosts posts, LinkedInAddresses addresses) {
    this.api = api;
    this.pictures = new LinkedInPictures(api);
    this.video = new LinkedInVideo(api);
    this.posts = posts;
    this.call = new LinkedInPostCall(api, addresses);
  }

  PublishStep next(Access access, Publication publication, Checkpoint checkpoint) {
    LinkedInProgress progress = LinkedInProgress.of(checkpoint);
    if (progress.has(LinkedInMark.REFUSED)) {
      return new PublishStep.Failed(
          Failure.of(Kind.TEXT_REJECTED, LinkedInErrors.DUPLICATE, ""), Checkpoint.START);
    }
    if (progress.has(LinkedInMark.POSTING)) {
      return call.make(access, publication, progress);
    }
    if (publication.text().isBlank()
        && publication.altTexts().isEmpty()
        && publication.card().isEmpty()) {
      return new PublishStep.Failed(Failure.of(Kind.TEXT_REJECTED, "EMPTY", ""), Checkpoint.START);
    }
    boolean ended =
        progress
            .at(LinkedInMark.SINCE)
            .filter(since -> since.plus(UPLOADS_LIVE).isBefore(api.clock().instant()))
            .isPresent();
    LinkedInProgress current = ended ? progress.anew() : progress;
    return publication
        .video()
        .map(one -> video.next(access, one, current))
        .orElseGet(() -> pictures.next(access, shown(publication), current))
        .orElseGet(() -> marked(access, publication, current));
  }

  /** The pictures of a post, or the one of its card: LinkedIn fetches none itself. */
  static List<Picture> shown(Publication publication) {
    return publication
        .card()
        .map(Attachment.LinkCard::picture)
        .map(picture -> picture.stream().toList())
        .orElseGet(publication::pictures);
  }

  /**
   * With what the page shows before the call, once for all attempts. If LinkedIn does not say,
   * nothing is lost but certainty: an unknown outcome is then sooner for a person.
   */
  private PublishStep marked(Access access, Publication publication, LinkedInProgress progress) {
    Optional<List<String>> newest =
        progress
            .newest()
            .or(() -> publication.newestKnown().map(List::of))
            .or(() -> posts.newest(access));
    return newest
        .map(progress::after)
        .orElse(progress)
        .at(LinkedInMark.POSTING, api.clock().instant())
        .on();
  }
}
