package id.gaung.platform.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Access;
import id.gaung.platform.Failure;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.PlatformRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the account's own statuses, newest first, a page at a time. */
final class OwnStatuses {

  /** A server's clock behind ours by more than this is taken for a wrong header. */
  private static final Duration LARGEST_SKEW = Duration.ofMinutes(10);

  private static final int PAGE = 40;

  /** No server known gives fewer a page when asked for 40, unless there are no more. */
  private static final int SMALLEST_FULL_PAGE = 20;

  record Status(String id, Instant createdAt, JsonNode body) {}

  /**
   * A page of the list.
   *
   * @param statuses the account's own
   * @param last whether there are no more
   * @param behind how far the server's clock is behind ours, and so the times of its statuses
   */
  record Page(List<Status> statuses, boolean last, Duration behind) {

    /** Whether the list goes back beyond an instant. */
    boolean reaches(Instant since) {
      return !statuses.isEmpty() && oldest().createdAt().isBefore(since);
    }

    Status oldest() {
      return statuses.get(statuses.size() - 1);
    }
  }

  /** A page, or why there is none. */
  record Answer(Optional<Page> page, Optional<Failure> failure) {}

  private final MastodonApi api;
  private final Clock clock;

  OwnStatuses(MastodonApi api, Clock clock) {
    this.api = api;
    this.clock = clock;
  }

  /**
   * @param before the id of the status before which the page begins; empty for the newest
   */
  Answer read(Access access, String before) {
    HttpOutcome outcome = api.send(request(access, before));
    Optional<Page> page =
        MastodonApi.good(outcome)
            .flatMap(
                body ->
                    own(body, access.account().remoteId())
                        .map(
                            own ->
                                new Page(own, body.size() < SMALLEST_FULL_PAGE, behind(outcome))));
    return new Answer(
        page, page.isPresent() ? Optional.empty() : Optional.of(api.failure(outcome)));
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

  /** Empty if the answer is no list of statuses that can be read. */
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

  /** As its Date header shows; zero where that cannot be believed. */
  private Duration behind(HttpOutcome outcome) {
    Duration behind =
        outcome instanceof Answered answer
            ? answer
                .header("Date")
                .flatMap(OwnStatuses::httpDate)
                .map(server -> Duration.between(server, clock.instant()))
                .orElse(Duration.ZERO)
            : Duration.ZERO;
    boolean believable = !behind.isNegative() && behind.compareTo(LARGEST_SKEW) <= 0;
    return believable ? behind : Duration.ZERO;
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
