package id.gaung.platform.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.gaung.platform.Access;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.NoAnswer;
import id.gaung.platform.Picture;
import id.gaung.platform.PlatformRequest;
import id.gaung.platform.Publication;
import id.gaung.platform.PublishStep;
import id.gaung.platform.RemotePost;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The steps of publishing: each picture uploaded and processed, a mark that the status is about to
 * be posted, the status. Only the last is visible to anybody.
 */
final class StatusPublishing {

  private static final Duration GIVE_UP_PROCESSING = Duration.ofMinutes(5);
  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(2);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  /** A picture of 16 MB over a poor line. */
  private static final Duration UPLOAD_LIMIT = Duration.ofMinutes(3);

  private final MastodonApi api;
  private final OwnStatuses list;
  private final Clock clock;

  StatusPublishing(MastodonApi api, Clock clock) {
    this.api = api;
    this.list = new OwnStatuses(api);
    this.clock = clock;
  }

  PublishStep next(Access access, Publication publication, Checkpoint checkpoint) {
    StatusProgress progress = StatusProgress.of(checkpoint);
    if (progress.isMarked()) {
      return post(access, publication, progress);
    }
    List<Picture> pictures = publication.pictures();
    if (pictures.isEmpty() && publication.text().isBlank()) {
      // Some servers take an empty status silently.
      return new PublishStep.Failed(Failure.of(Kind.TEXT_REJECTED, "EMPTY", ""), Checkpoint.START);
    }
    for (int i = 0; i < pictures.size(); i++) {
      if (progress.media(i).isEmpty()) {
        return upload(access, publication, i, progress);
      }
    }
    OptionalInt processing = progress.processing(pictures.size());
    if (processing.isPresent()) {
      return waitFor(access, processing.getAsInt(), progress);
    }
    return new PublishStep.Continue(
        after(access, publication, progress).marked(clock.instant()).checkpoint(), Duration.ZERO);
  }

  /**
   * With what the account shows before the call, once for all attempts. If the server does not say,
   * nothing is lost but certainty: an unknown outcome is then sooner for a person.
   */
  private StatusProgress after(Access access, Publication publication, StatusProgress progress) {
    if (progress.newest().isPresent()) {
      return progress;
    }
    return publication
        .newestKnown()
        .map(List::of)
        .or(() -> list.newest(access))
        .map(progress::after)
        .orElse(progress);
  }

  private PublishStep upload(
      Access access, Publication publication, int index, StatusProgress progress) {
    Picture picture = publication.pictures().get(index);
    Map<String, String> fields =
        picture.altText().isBlank() ? Map.of() : Map.of("description", picture.altText());
    HttpOutcome outcome =
        api.send(
            MastodonApi.post(access, "/api/v2/media")
                .multipart(
                    fields,
                    "file",
                    fileName(publication, index),
                    picture.mimeType(),
                    picture.bytes(),
                    picture.content())
                .timeout(UPLOAD_LIMIT));
    Optional<String> id = MastodonApi.good(outcome).flatMap(StatusPublishing::id);
    if (id.isEmpty()) {
      return new PublishStep.Failed(pictureFailure(outcome), progress.checkpoint());
    }
    Instant now = clock.instant();
    return MastodonApi.statusOf(outcome) == 202
        ? new PublishStep.Continue(
            progress.uploading(index, id.get(), now).checkpoint(), SHORTEST_PAUSE)
        : new PublishStep.Continue(progress.uploaded(index, id.get()).checkpoint(), Duration.ZERO);
  }

  /** Unlike any other's: snac stores uploads by the name they came with. */
  private static String fileName(Publication publication, int index) {
    String type = publication.pictures().get(index).mimeType();
    String end = type.substring(type.indexOf('/') + 1).toLowerCase(Locale.ROOT);
    return publication.id() + "-" + index + "." + (end.equals("jpeg") ? "jpg" : end);
  }

  private PublishStep waitFor(Access access, int index, StatusProgress progress) {
    String id = progress.media(index).orElseThrow();
    HttpOutcome outcome =
        api.send(MastodonApi.get(access, "/api/v1/media/" + MastodonApi.segment(id)));
    int status = MastodonApi.statusOf(outcome);
    if (status == 206) {
      return stillProcessing(index, progress);
    }
    if (status >= 200 && status < 300) {
      return new PublishStep.Continue(progress.processed(index).checkpoint(), Duration.ZERO);
    }
    if (status == 404) {
      // Gone: upload again, but as a failure, so that the caller's count of attempts ends it.
      return new PublishStep.Failed(
          Failure.of(Kind.TRANSIENT, "PICTURE_LOST", "HTTP 404"),
          progress.forgotten(index).checkpoint());
    }
    Checkpoint from =
        status == 422 ? progress.forgotten(index).checkpoint() : progress.checkpoint();
    return new PublishStep.Failed(pictureFailure(outcome), from);
  }

  private PublishStep stillProcessing(int index, StatusProgress progress) {
    Instant now = clock.instant();
    Duration waited = Duration.between(progress.processingSince(index).orElse(now), now);
    if (waited.compareTo(GIVE_UP_PROCESSING) > 0) {
      return new PublishStep.Failed(
          Failure.of(Kind.TRANSIENT, "PICTURE_UNFINISHED", "HTTP 206"),
          progress.forgotten(index).checkpoint());
    }
    Duration half = waited.dividedBy(2);
    Duration pause = half.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : half;
    return new PublishStep.Continue(
        progress.checkpoint(), pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
  }

  private Failure pictureFailure(HttpOutcome outcome) {
    Failure failure = api.failure(outcome);
    int status = MastodonApi.statusOf(outcome);
    return status == 422 || status == 400
        ? Failure.of(Kind.MEDIA_REJECTED, failure.code(), failure.detail())
        : failure;
  }

  private PublishStep post(Access access, Publication publication, StatusProgress progress) {
    return api.send(request(access, publication, progress))
        .match(
            answer -> answered(access, publication, progress, answer),
            notSent ->
                new PublishStep.Failed(
                    NoAnswer.of(notSent, false), progress.unmarked().checkpoint()),
            unknown -> new PublishStep.Unknown(NoAnswer.of(unknown)));
  }

  private static PlatformRequest request(
      Access access, Publication publication, StatusProgress progress) {
    ObjectNode body = AnswerJson.object();
    body.put("status", publication.text());
    List<String> media = progress.media((long) publication.pictures().size());
    if (!media.isEmpty()) {
      media.forEach(body.putArray("media_ids")::add);
    }
    body.put("visibility", "public");
    String language = publication.language().split("-", 2)[0];
    if (!language.isBlank()) {
      body.put("language", language);
    }
    return MastodonApi.post(access, "/api/v1/statuses")
        .header("Idempotency-Key", publication.id().toString())
        .json(body);
  }

  /**
   * A status in the 500s, or a good one without a status inside, says nothing: some servers answer
   * 500 although the status exists. 408 may come from a proxy behind which it does.
   */
  private PublishStep answered(
      Access access, Publication publication, StatusProgress progress, Answered answer) {
    if (answer.ok()) {
      return answer
          .json()
          .flatMap(status -> id(status).map(id -> new RemotePost(id, MastodonApi.address(status))))
          .<PublishStep>map(PublishStep.Published::new)
          .orElseGet(() -> new PublishStep.Unknown(api.failure(answer)));
    }
    if (answer.status() >= 500 || answer.status() == 408) {
      return new PublishStep.Unknown(api.failure(answer));
    }
    if (answer.status() == 422 || answer.status() == 400) {
      return refused(access, publication, progress, api.failure(answer));
    }
    return new PublishStep.Failed(api.failure(answer), progress.unmarked().checkpoint());
  }

  /**
   * The text of a 422 is localised, so what it is about is found out otherwise: without pictures it
   * can only be the text; with them, one may not be processed yet (206), or be attached already
   * (404), which means that an attempt thought lost has arrived after all.
   */
  private PublishStep refused(
      Access access, Publication publication, StatusProgress progress, Failure failure) {
    int pictures = publication.pictures().size();
    for (int i = 0; i < pictures; i++) {
      String id = progress.media(i).orElse("");
      HttpOutcome outcome =
          api.send(MastodonApi.get(access, "/api/v1/media/" + MastodonApi.segment(id)));
      if (MastodonApi.statusOf(outcome) == 404) {
        return new PublishStep.Unknown(failure);
      }
      if (MastodonApi.statusOf(outcome) == 206) {
        return new PublishStep.Failed(
            Failure.of(Kind.TRANSIENT, failure.code(), failure.detail()),
            progress.unmarked().uploading(i, id, clock.instant()).checkpoint());
      }
    }
    Kind kind = pictures == 0 ? Kind.TEXT_REJECTED : Kind.REJECTED;
    return new PublishStep.Failed(
        Failure.of(kind, failure.code(), failure.detail()), Checkpoint.START);
  }

  private static Optional<String> id(JsonNode object) {
    String id = object.path("id").asText("");
    return id.isEmpty() ? Optional.empty() : Optional.of(id);
  }
}
