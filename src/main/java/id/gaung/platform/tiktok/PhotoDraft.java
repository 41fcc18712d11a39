package id.gaung.platform.tiktok;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.gaung.platform.Access;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.Publication;
import id.gaung.platform.PublishStep;
import id.gaung.platform.PublishStep.Draft;
import id.gaung.platform.tiktok.DraftProgress.Part;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Has TikTok fetch photos from our public address into a draft ("Photo Post", {@code
 * MEDIA_UPLOAD}). One call does it all, so it is marked before it and never made again after its
 * answer was lost. The caption goes along; music is never added: an office may not use it.
 */
final class PhotoDraft {

  private final TikTokApi api;
  private final DraftStatus status;
  private final Clock clock;

  PhotoDraft(TikTokApi api, DraftStatus status, Clock clock) {
    this.api = api;
    this.status = status;
    this.clock = clock;
  }

  PublishStep next(Access access, Publication publication, DraftProgress progress) {
    if (progress.has(Part.SINCE)) {
      return status.next(access, progress);
    }
    if (progress.has(Part.LOST)) {
      Failure lost = Failure.of(Kind.TRANSIENT, "NO_ANSWER", "");
      return new PublishStep.HandedOver(Draft.UNCERTAIN, Optional.of(lost));
    }
    DraftProgress marked = progress.with(Part.ASKED, clock.instant());
    return progress.has(Part.ASKED) ? ask(access, publication, progress) : on(marked);
  }

  private PublishStep ask(Access access, Publication publication, DraftProgress progress) {
    HttpOutcome outcome = api.post(access, "/v2/post/publish/content/init/", body(publication));
    Optional<String> id =
        TikTokEnvelope.data(outcome).flatMap(told -> AnswerJson.text(told, "publish_id"));
    if (id.isPresent()) {
      return on(progress.with(Part.ID, id.get()).with(Part.SINCE, clock.instant()));
    }
    Failure failure = api.failure(outcome);
    return TikTokEnvelope.isUnclear(outcome)
        ? new PublishStep.Unknown(failure)
        : new PublishStep.Failed(failure, Checkpoint.START);
  }

  private static ObjectNode body(Publication publication) {
    ObjectNode body = AnswerJson.object();
    body.put("media_type", "PHOTO").put("post_mode", "MEDIA_UPLOAD");
    // A title of its own TikTok cuts at 90; the whole caption is the description.
    body.putObject("post_info").put("title", "").put("description", publication.text());
    ObjectNode source = body.putObject("source_info").put("source", "PULL_FROM_URL");
    ArrayNode photos = source.put("photo_cover_index", 0).putArray("photo_images");
    publication.pictures().forEach(picture -> photos.add(picture.publicUrl().toString()));
    return body;
  }

  private static PublishStep on(DraftProgress progress) {
    return new PublishStep.Continue(progress.checkpoint(), Duration.ZERO);
  }
}
