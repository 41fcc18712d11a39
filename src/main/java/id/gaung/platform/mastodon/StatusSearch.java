package id.gaung.platform.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Access;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.Json;
import id.gaung.platform.LookUp;
import id.gaung.platform.PlatformRequest;
import id.gaung.platform.Publication;
import id.gaung.platform.RemotePost;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for a status of ours among the account's own, by time and content. The Idempotency-Key is
 * of no use here: it lives an hour at most, and servers other than Mastodon ignore it.
 */
final class StatusSearch {

  /** Servers cut times to the second, and clocks differ a little. */
  private static final Duration TOLERANCE = Duration.ofSeconds(15);

  /** A status is not always listed the moment its request ends. */
  private static final Duration TOO_EARLY = Duration.ofSeconds(10);

  /** A server's clock behind ours by more than this is taken for a wrong header. */
  private static final Duration LARGEST_SKEW = Duration.ofMinutes(10);

  private static final int PAGE = 40;

  /** No server known gives fewer a page when asked for 40, unless there are no more. */
  private static final int SMALLEST_FULL_PAGE = 20;

  private static final int PAGES = 25;

  /** A call is over long before, however slow it was and whatever the server's clock says. */
  private static final Duration AFTER_THE_CALL = Duration.ofMinutes(15);

  private record Status(String id, Instant createdAt, JsonNode body) {}

  private enum Match {
    OURS,
    OTHER,
    /** It shows the words, but not as they were typed; servers rewrite, so its source may tell. */
    REWRITTEN,
    /** The server did not say what was typed, though it usually would. */
    UNCLEAR
  }

  private final MastodonApi api;
  private final Clock clock;

  StatusSearch(MastodonApi api, Clock clock) {
    this.api = api;
    this.clock = clock;
  }

  LookUp find(Access access, Publication publication, Checkpoint checkpoint) {
    Progress progress = Progress.of(checkpoint);
    if (!progress.isMarked()) {
      return new LookUp.NotPublished(checkpoint);
    }
    String before = "";
    Set<String> seen = new HashSet<>();
    List<Status> rewritten = new ArrayList<>();
    for (int page = 0; page < PAGES; page++) {
      HttpOutcome outcome = api.send(request(access, before));
      Optional<List<Status>> statuses =
          MastodonApi.good(outcome).flatMap(body -> own(body, access.account().remoteId()));
      if (statuses.isEmpty()) {
        return new LookUp.Undecided(
            "asked for the account's statuses; answer: "
                + api.failure(outcome).code()
                + ", "
                + api.failure(outcome).detail());
      }
      List<Status> listed = statuses.get();
      Instant since = since(publication, outcome);
      for (Status status : listed) {
        if (status.createdAt().isBefore(since)) {
          continue;
        }
        Match match = match(status, publication, progress);
        if (match == Match.OURS) {
          return found(status);
        }
        if (match == Match.REWRITTEN && !seen.contains(status.id())) {
          rewritten.add(status);
        }
      }
      int rows = MastodonApi.good(outcome).orElseThrow().size();
      boolean reachedBack =
          !listed.isEmpty() && listed.get(listed.size() - 1).createdAt().isBefore(since);
      if (reachedBack || rows < SMALLEST_FULL_PAGE) {
        return among(rewritten, access, publication, progress)
            .orElseGet(() -> absent(publication, progress));
      }
      if (listed.isEmpty() || !seen.addAll(listed.stream().map(Status::id).toList())) {
        break;
      }
      before = listed.get(listed.size() - 1).id();
    }
    return among(rewritten, access, publication, progress)
        .orElseGet(
            () ->
                new LookUp.Undecided(
                    "the account's statuses do not show it, but the list did not reach back to "
                        + publication.firstAttemptAt()));
  }

  private static LookUp found(Status status) {
    return new LookUp.Found(new RemotePost(status.id(), MastodonApi.address(status.body())));
  }

  /**
   * Asks for the sources, one call each: only where nothing showed the text itself, only of what
   * has all its words, and only of what was there when the call was over. Empty if it is none of
   * them.
   */
  private Optional<LookUp> among(
      List<Status> rewritten, Access access, Publication publication, Progress progress) {
    Instant over = latest(publication, progress).plus(AFTER_THE_CALL);
    for (Status status : rewritten) {
      if (status.createdAt().isAfter(over)) {
        continue;
      }
      Match match = bySource(access, status.id(), publication.text());
      if (match == Match.OURS) {
        return Optional.of(found(status));
      }
      if (match == Match.UNCLEAR) {
        return Optional.of(
            new LookUp.Undecided(
                "status " + status.id() + " may be it, but its source could not be read"));
      }
    }
    return Optional.empty();
  }

  private static PlatformRequest request(Access access, String before) {
    PlatformRequest request =
        MastodonApi.get(
                access,
                "/api/v1/accounts/"
                    + MastodonApi.segment(access.account().remoteId())
                    + "/statuses")
            .query("limit", String.valueOf(PAGE))
            .query("exclude_reblogs", "true");
    return before.isEmpty() ? request : request.query("max_id", before);
  }

  private LookUp absent(Publication publication, Progress progress) {
    if (clock.instant().isBefore(latest(publication, progress).plus(TOO_EARLY))) {
      return new LookUp.Undecided(
          "the account's statuses do not show it, but the attempt is younger than "
              + TOO_EARLY.toSeconds()
              + " s");
    }
    // Without the mark, so that another attempt sets its own time.
    return new LookUp.NotPublished(progress.unmarked().checkpoint());
  }

  private static Instant latest(Publication publication, Progress progress) {
    Instant attempt = progress.posting().orElse(publication.firstAttemptAt());
    return attempt.isAfter(publication.firstAttemptAt()) ? attempt : publication.firstAttemptAt();
  }

  /**
   * From when on a status may be ours, by the server's clock: if its Date header shows that it is
   * behind ours, so are the times of its statuses.
   */
  private Instant since(Publication publication, HttpOutcome outcome) {
    Instant since = publication.firstAttemptAt().minus(TOLERANCE);
    Duration behind =
        outcome instanceof Answered answer
            ? answer
                .header("Date")
                .flatMap(StatusSearch::httpDate)
                .map(server -> Duration.between(server, clock.instant()))
                .orElse(Duration.ZERO)
            : Duration.ZERO;
    boolean believable = !behind.isNegative() && behind.compareTo(LARGEST_SKEW) <= 0;
    return believable ? since.minus(behind) : since;
  }

  /** The account's own statuses; empty if the answer is no list of statuses that can be read. */
  private static Optional<List<Status>> own(JsonNode body, String accountId) {
    if (!body.isArray()) {
      return Optional.empty();
    }
    List<Status> own = new ArrayList<>();
    for (JsonNode status : body) {
      String author = status.path("account").path("id").asText(accountId);
      // A boost comes as a wrapper around somebody's status, even where they are excluded.
      if (status.path("reblog").isObject() || !author.equals(accountId)) {
        continue;
      }
      Optional<Instant> createdAt = instant(status.path("created_at").asText(""));
      String id = status.path("id").asText("");
      if (id.isEmpty() || createdAt.isEmpty()) {
        return Optional.empty();
      }
      own.add(new Status(id, createdAt.get(), status));
    }
    return Optional.of(own);
  }

  private static Match match(Status status, Publication publication, Progress progress) {
    JsonNode attachments = status.body().path("media_attachments");
    int pictures = publication.pictures().size();
    if (attachments.isArray()) {
      List<String> ours = progress.media((long) pictures);
      for (JsonNode attachment : attachments) {
        if (ours.contains(attachment.path("id").asText(""))) {
          return Match.OURS;
        }
      }
      if (attachments.size() != pictures) {
        return Match.OTHER;
      }
    }
    String shown = status.body().path("content").asText("");
    if (StatusText.shows(shown, publication.text())) {
      return Match.OURS;
    }
    return StatusText.mayBe(shown, publication.text()) ? Match.REWRITTEN : Match.OTHER;
  }

  /** What was typed, where the server keeps it; some do not offer it. */
  private Match bySource(Access access, String id, String text) {
    HttpOutcome outcome = api.send(MastodonApi.get(access, MastodonApi.status(id) + "/source"));
    int status = MastodonApi.statusOf(outcome);
    if (status == 0 || status == 401 || status == 429 || (status >= 500 && status != 501)) {
      return Match.UNCLEAR;
    }
    return MastodonApi.good(outcome)
            .flatMap(body -> Json.text(body, "text"))
            .filter(source -> StatusText.same(source, text))
            .isPresent()
        ? Match.OURS
        : Match.OTHER;
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> httpDate(String text) {
    try {
      return Optional.of(
          ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }
}
