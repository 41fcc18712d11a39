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
import id.gaung.platform.PlatformRequest;
import id.gaung.platform.PostOption;
import id.gaung.platform.Publication;
import id.gaung.platform.PublishStep;
import id.gaung.platform.RemotePost;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The steps of publishing: each picture, or the video, uploaded and processed, a mark that the
 * status is about to be posted, the status. Only the last is visible to anybody.
 */
final class StatusPublishing {

  /** Who may see a status, the usual first. */
  static final List<String> VISIBILITIES = List.of("public", "unlisted", "private");

  private static final Duration GIVE_UP_PROCESSING = Duration.ofMinutes(5);

  /** Busy servers begin with a video a quarter of an hour after it came. */
  private static final Duration GIVE_UP_VIDEO = Duration.ofMinutes(45);

  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(2);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

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
    List<MediaFile> files = MediaFile.of(publication);
    if (files.isEmpty() && publication.text().isBlank()) {
      // Some servers take an empty status silently.
      return new PublishStep.Failed(Failure.of(Kind.TEXT_REJECTED, "EMPTY", ""), Checkpoint.START);
    }
    if (!VISIBILITIES.contains(visibility(publication))) {
      return new PublishStep.Failed(
          Failure.of(Kind.REJECTED, "OPTION", visibility(publication)), Checkpoint.START);
    }
    for (int i = 0; i < files.size(); i++) {
      if (progress.media(i).isEmpty()) {
        return upload(access, publication.id() + "-" + i, files.get(i), i, progress);
      }
    }
    OptionalInt processing = progress.processing(files.size());
    if (processing.isPresent()) {
      int index = processing.getAsInt();
      return waitFor(access, files.get(index), index, progress);
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

  private static String visibility(Publication publication) {
    return publication.option(PostOption.PRIVACY).orElse(VISIBILITIES.get(0));
  }

  private PublishStep upload(
      Access access, String name, MediaFile file, int index, StatusProgress progress) {
    Map<String, String> fields =
        file.altText().isBlank() ? Map.of() : Map.of("description", file.altText());
    HttpOutcome outcome =
        api.send(
            MastodonApi.post(access, "/api/v2/media")
                .multipart(fields, file.parts(name))
                .uploading(file.bytes()));
    Optional<String> id = MastodonApi.good(outcome).flatMap(StatusPublishing::id);
    if (id.isEmpty()) {
      return new PublishStep.Failed(pictureFailure(outcome), progress.checkpoint());
    }
    Instant now = clock.instant();
    return isUnfinished(outcome)
        ? new PublishStep.Continue(
            progress.uploading(index, id.get(), now).checkpoint(), SHORTEST_PAUSE)
        : new PublishStep.Continue(progress.uploaded(index, id.get()).checkpoint(), Duration.ZERO);
  }

  /** By the status, or by the address that is not there yet: some servers answer 201. */
  private static boolean isUnfinished(HttpOutcome outcome) {
    return MastodonApi.statusOf(outcome) == 202
        || MastodonApi.good(outcome).filter(media -> media.path("url").isNull()).isPresent();
  }

  private PublishStep waitFor(Access access, MediaFile file, int index, StatusProgress progress) {
    String id = progress.media(index).orElseThrow();
    HttpOutcome outcome =
        api.send(MastodonApi.get(access, "/api/v1/media/" + MastodonApi.segment(id)));
    int status = MastodonApi.statusOf(outcome);
    if (status == 206) {
      return stillProcessing(file, index, progress);
    }
    if (status >= 200 && status < 300) {
      return new PublishStep.Continue(progress.processed(index).checkpoint(), Duration.ZERO);
    }
    if (status == 404) {
      // Gone: upload again, but as a failure, so that the caller's count of attempts ends it.
      return new PublishStep.Failed(
          Failure.of(Kind.TRANSIENT, file.code("LOST"), "HTTP 404"),
          progress.forgotten(index).checkpoint());
    }
    Checkpoint from =
        status == 422 ? progress.forgotten(index).checkpoint() : progress.checkpoint();
    return new PublishStep.Failed(pictureFailure(outcome), from);
  }

  private PublishStep stillProcessing(MediaFile file, int index, StatusProgress progress) {
    Instant now = clock.instant();
    Duration waited = Duration.between(progress.processingSince(index).orElse(now), now);
    if (waited.compareTo(file.video() ? GIVE_UP_VIDEO : GIVE_UP_PROCESSING) > 0) {
      return new PublishStep.Failed(
          Failure.of(Kind.TRANSIENT, file.code("UNFINISHED"), "HTTP 206"),
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
    List<String> media = progress.media((long) MediaFile.of(publication).size());
    if (!media.isEmpty()) {
      media.forEach(body.putArray("media_ids")::add);
    }
    body.put("visibility", visibility(publication));
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
    int files = MediaFile.of(publication).size();
    for (int i = 0; i < files; i++) {
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
    Kind kind = files == 0 ? Kind.TEXT_REJECTED : Kind.REJECTED;
    return new PublishStep.Failed(
        Failure.of(kind, failure.code(), failure.detail()), Checkpoint.START);
  }

  private static Optional<String> id(JsonNode object) {
    String id = object.path("id").asText("");
    return id.isEmpty() ? Optional.empty() : Optional.of(id);
  }
}
