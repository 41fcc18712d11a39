package id.gaung.platform.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Access;
import id.gaung.platform.Failure;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.LookUp.Candidate;
import id.gaung.platform.PlatformRequest;
import id.gaung.platform.RemotePost;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;

/** Reads the account's own statuses, newest first, a page at a time. */
final class OwnStatuses {

  private static final int PAGE = 40;

  /** No server known gives fewer a page when asked for 40, unless there are no more. */
  private static final int SMALLEST_FULL_PAGE = 20;

  /** So many of the newest are remembered: a person may delete or pin some of them meanwhile. */
  private static final int REMEMBERED = 20;

  /** Lists begin with boosts and pinned ones at times, but not for so long. */
  private static final int PAGES_TO_THE_NEWEST = 3;

  /**
   * A status of the account.
   *
   * @param inItsPlace whether it stands where its time puts it: not pinned, not shown by a boost's
   *     wrapper, not changed since
   */
  record Status(String id, JsonNode body, boolean inItsPlace) {

    /** What it may be known by: servers give it a new id when it is changed. */
    Set<String> marks() {
      return Stream.of(id, body.path("uri").asText(""), body.path("url").asText(""))
          .filter(mark -> !mark.isEmpty())
          .collect(Collectors.toSet());
    }

    /** Whether Gaung could have posted it: it answers nobody and writes to everybody. */
    boolean mayBeOurs() {
      return body.path("in_reply_to_id").asText("").isEmpty()
          || body.path("in_reply_to_id").isNull();
    }

    RemotePost post() {
      return new RemotePost(id, MastodonApi.address(body));
    }

    /** By the server's clock. */
    Optional<Instant> at() {
      return instant(body.path("created_at").asText(""));
    }

    /** As it was written where the server tells, else as people see it. */
    String text() {
      String source = body.path("text").asText("");
      return source.isBlank()
          ? Jsoup.parseBodyFragment(body.path("content").asText("")).text()
          : source;
    }

    Candidate candidate() {
      return new Candidate(post(), at(), text());
    }
  }

  /**
   * A page of the list.
   *
   * @param statuses the account's own
   * @param oldest the id before which the next page begins; empty if there are no more
   */
  record Page(List<Status> statuses, Optional<String> oldest) {}

  /** A page, or why there is none. */
  record Answer(Optional<Page> page, Optional<Failure> failure) {}

  private final MastodonApi api;

  OwnStatuses(MastodonApi api) {
    this.api = api;
  }

  /**
   * @param before the id of the status before which the page begins; empty for the newest
   */
  Answer read(Access access, String before) {
    HttpOutcome outcome = api.send(request(access, before));
    Optional<Page> page =
        MastodonApi.good(outcome)
            .flatMap(body -> page(body, access.account().remoteId(), hasNext(outcome)));
    return new Answer(
        page, page.isPresent() ? Optional.empty() : Optional.of(api.failure(outcome)));
  }

  /**
   * The ids of the newest ones, newest first; none if the account has none. Empty if the server did
   * not say.
   */
  Optional<List<String>> newest(Access access) {
    List<String> newest = new ArrayList<>();
    String before = "";
    for (int number = 0; number < PAGES_TO_THE_NEWEST; number++) {
      Optional<Page> page = read(access, before).page();
      if (page.isEmpty()) {
        return Optional.empty();
      }
      List<Status> statuses = page.get().statuses();
      statuses.stream().map(Status::id).limit(REMEMBERED).forEach(newest::add);
      if (statuses.stream().anyMatch(Status::inItsPlace) || page.get().oldest().isEmpty()) {
        return Optional.of(newest);
      }
      before = page.get().oldest().get();
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

  private static boolean hasNext(HttpOutcome outcome) {
    return outcome instanceof Answered answer
        && answer.header("Link").filter(link -> link.contains("next")).isPresent();
  }

  /** Empty if the answer is no list of statuses that can be read. */
  private static Optional<Page> page(JsonNode body, String accountId, boolean more) {
    if (!body.isArray()) {
      return Optional.empty();
    }
    List<Status> own = new ArrayList<>();
    String oldest = "";
    for (JsonNode listed : body) {
      oldest = listed.path("id").asText("");
      if (oldest.isEmpty()) {
        return Optional.empty();
      }
      // Some servers show the wrapper of a boost in place of the status that was boosted.
      JsonNode inner = listed.path("reblog");
      JsonNode status = inner.isObject() ? inner : listed;
      String author = status.path("account").path("id").asText(inner.isObject() ? "" : accountId);
      String id = status.path("id").asText("");
      if (!author.equals(accountId) || id.isEmpty()) {
        continue;
      }
      boolean inItsPlace =
          !inner.isObject()
              && !status.path("pinned").asBoolean(false)
              && !status.path("edited_at").isTextual();
      own.add(new Status(id, status, inItsPlace));
    }
    boolean last = body.isEmpty() || (body.size() < SMALLEST_FULL_PAGE && !more);
    return Optional.of(new Page(own, last ? Optional.empty() : Optional.of(oldest)));
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }
}
