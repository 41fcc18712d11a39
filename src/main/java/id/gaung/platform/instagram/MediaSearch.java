package id.gaung.platform.instagram;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Access;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Evidence.Kind;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.Json;
import id.gaung.platform.LookUp;
import id.gaung.platform.PlatformRequest;
import id.gaung.platform.Publication;
import id.gaung.platform.RemotePost;
import id.gaung.platform.WebAddress;
import java.text.Normalizer;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Optional;

/**
 * Finds out whether a container was published, and as which media: a published container does not
 * say, so the media is found among the account's own by caption and time.
 */
final class MediaSearch {

  private static final Duration TOLERANCE = Duration.ofMinutes(2);
  private static final Duration AHEAD = Duration.ofHours(1);

  /** A publishing that is still under way leaves its container FINISHED for a moment. */
  private static final Duration TOO_EARLY = Duration.ofSeconds(10);

  /** Graph writes zones without a colon: {@code 2026-11-24T10:00:00+0000}. */
  private static final DateTimeFormatter TIMESTAMP =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .appendPattern("[XX][XXX]")
          .toFormatter();

  private static final int PAGE = 100;

  /** Two thousand posts; an account may publish a hundred a day. */
  private static final int PAGES = 20;

  private final GraphApi api;
  private final Clock clock;

  MediaSearch(GraphApi api, Clock clock) {
    this.api = api;
    this.clock = clock;
  }

  LookUp find(Access access, Publication publication, Checkpoint checkpoint) {
    Progress progress = Progress.of(checkpoint);
    Optional<String> container = progress.container();
    if (container.isEmpty()) {
      return new LookUp.NotPublished(checkpoint);
    }
    HttpOutcome outcome =
        api.fields(GraphApi.token(access), GraphApi.node(container.get()), "status_code,status");
    return switch (ContainerState.of(outcome).code()) {
      case PUBLISHED -> published(access, publication, container.get());
      case FINISHED -> finished(progress);
      case IN_PROGRESS -> new LookUp.NotPublished(progress.unmarked().checkpoint());
      case EXPIRED, ERROR -> new LookUp.NotPublished(Checkpoint.START);
      case NOT_KNOWN ->
          LookUp.Undecided.because(api.failure(outcome), Kind.CONTAINER_NOT_READ, container.get());
    };
  }

  private LookUp finished(Progress progress) {
    boolean early =
        progress
            .publishing()
            .filter(mark -> clock.instant().isBefore(mark.plus(TOO_EARLY)))
            .isPresent();
    return early
        ? LookUp.Undecided.because(Kind.CONTAINER_JUST_FINISHED)
        : new LookUp.NotPublished(progress.unmarked().checkpoint());
  }

  private LookUp published(Access access, Publication publication, String container) {
    Instant since = publication.firstAttemptAt().minus(TOLERANCE);
    String after = "";
    for (int page = 0; page < PAGES; page++) {
      JsonNode body = GraphApi.good(api.send(request(access, since, after))).orElse(Json.object());
      for (JsonNode media : body.path("data")) {
        if (is(media, publication, since)) {
          return new LookUp.Found(
              new RemotePost(
                  media.path("id").asText(),
                  Json.text(media, "permalink").flatMap(WebAddress::given)));
        }
      }
      after = body.path("paging").path("cursors").path("after").asText("");
      if (after.isEmpty() || body.path("data").size() < PAGE) {
        break;
      }
    }
    return LookUp.Undecided.because(Kind.MEDIA_NOT_FOUND, container);
  }

  private PlatformRequest request(Access access, Instant since, String after) {
    PlatformRequest request =
        api.get(GraphApi.token(access), GraphApi.node(access.account().remoteId()) + "/media")
            .query("fields", "id,caption,timestamp,permalink,media_type")
            .query("since", String.valueOf(since.getEpochSecond()))
            .query("until", String.valueOf(clock.instant().plus(AHEAD).getEpochSecond()))
            .query("limit", String.valueOf(PAGE));
    return after.isEmpty() ? request : request.query("after", after);
  }

  private static boolean is(JsonNode media, Publication publication, Instant since) {
    Optional<Instant> at = timestamp(media.path("timestamp").asText(""));
    return !media.path("id").asText("").isEmpty()
        && at.filter(time -> !time.isBefore(since)).isPresent()
        && key(media.path("caption").asText("")).equals(key(publication.text()));
  }

  private static String key(String caption) {
    return Normalizer.normalize(caption, Normalizer.Form.NFC)
        .replaceAll("[\\s\\p{Z}\\p{Cc}]+", " ")
        .strip();
  }

  private static Optional<Instant> timestamp(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text, TIMESTAMP).toInstant());
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }
}
