package id.gaung.platform.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.gaung.platform.Access;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Evidence.Kind;
import id.gaung.platform.Failure;
import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.LookUp;
import id.gaung.platform.NoAnswer;
import id.gaung.platform.Owners;
import id.gaung.platform.PlatformRequest;
import id.gaung.platform.PostOption;
import id.gaung.platform.RemotePost;
import id.gaung.platform.Reply;
import id.gaung.platform.Replying;
import id.gaung.platform.mastodon.OwnStatuses.Page;
import id.gaung.platform.mastodon.OwnStatuses.Status;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Parts of threads: statuses that answer the one before, seen by whoever sees the first. A lost
 * answer is looked for in the account's own list, down to what it answers: what stands above that
 * and answers it came later.
 */
final class StatusReplies {

  private static final int PAGES = 25;

  private final MastodonApi api;
  private final OwnStatuses list;
  private final Clock clock;

  StatusReplies(MastodonApi api, Clock clock) {
    this.api = api;
    this.list = new OwnStatuses(api);
    this.clock = clock;
  }

  Replying reply(Access access, Reply reply) {
    return api.send(request(access, reply))
        .match(
            answer -> answered(reply, answer),
            notSent -> new Replying.Failed(NoAnswer.of(notSent, false)),
            unknown -> new Replying.Unknown(NoAnswer.of(unknown)));
  }

  private static PlatformRequest request(Access access, Reply reply) {
    ObjectNode body = AnswerJson.object();
    body.put("status", reply.text());
    body.put("in_reply_to_id", reply.parent().remoteId());
    body.put("visibility", visibility(reply));
    String language = reply.language().split("-", 2)[0];
    if (!language.isBlank()) {
      body.put("language", language);
    }
    return MastodonApi.post(access, "/api/v1/statuses")
        .header("Idempotency-Key", reply.id().toString())
        .json(body);
  }

  /** Never seen by more people than the first; of a public thread only that fills timelines. */
  private static String visibility(Reply reply) {
    String first = reply.options().getOrDefault(PostOption.PRIVACY, "public");
    return first.equals("public") ? "unlisted" : first;
  }

  /** As of a post: a status in the 500s, or a good one without a status inside, says nothing. */
  private Replying answered(Reply reply, Answered answer) {
    if (answer.ok()) {
      return answer
          .json()
          .flatMap(status -> AnswerJson.text(status, "id").map(id -> post(id, status)))
          .<Replying>map(Replying.Out::new)
          .orElseGet(() -> new Replying.Unknown(api.failure(answer)));
    }
    Failure failure = api.failure(answer);
    if (answer.status() >= 500 || answer.status() == 408) {
      return new Replying.Unknown(failure);
    }
    if (answer.status() == 404) {
      return new Replying.Failed(reply.parentMissing());
    }
    return new Replying.Failed(
        answer.status() == 422 || answer.status() == 400
            ? Failure.of(Failure.Kind.TEXT_REJECTED, failure.code(), failure.detail())
            : failure);
  }

  private static RemotePost post(String id, JsonNode status) {
    return new RemotePost(id, MastodonApi.address(status));
  }

  LookUp lookUp(Access access, Reply reply, Set<String> held) {
    List<Owners.Listed> standing = new ArrayList<>();
    String before = "";
    for (int number = 0; number < PAGES; number++) {
      OwnStatuses.Answer answer = list.read(access, before);
      if (answer.failure().isPresent()) {
        return LookUp.Undecided.because(answer.failure().get(), Kind.STATUSES_NOT_READ);
      }
      Page page = answer.page().orElseThrow();
      for (Status status : page.statuses()) {
        if (status.id().equals(reply.parent().remoteId()) && status.inItsPlace()) {
          return among(reply, standing, held);
        }
        listed(reply, status).ifPresent(standing::add);
      }
      if (page.oldest().isEmpty()) {
        return among(reply, standing, held);
      }
      if (page.oldest().get().equals(before)) {
        break;
      }
      before = page.oldest().get();
    }
    return LookUp.Undecided.because(Kind.LIST_TOO_SHORT);
  }

  /** What answers the same, or says the same as an answer: some servers renumber what changed. */
  private static Optional<Owners.Listed> listed(Reply reply, Status status) {
    boolean same =
        StatusText.shows(status.body().path("content").asText(""), reply.text())
            || StatusText.shows(status.text(), reply.text());
    boolean under =
        status.body().path("in_reply_to_id").asText("").equals(reply.parent().remoteId());
    return under || (same && !status.mayBeOurs())
        ? Optional.of(
            new Owners.Listed(status.post(), same ? reply.text() : status.text(), status.at()))
        : Optional.empty();
  }

  private LookUp among(Reply reply, List<Owners.Listed> standing, Set<String> held) {
    LookUp answer = Owners.under(reply, standing, held);
    boolean early = clock.instant().isBefore(reply.attemptAt().plus(StatusSearch.TOO_EARLY));
    return answer instanceof LookUp.NotPublished && early
        ? LookUp.Undecided.because(
            Kind.TOO_EARLY, String.valueOf(StatusSearch.TOO_EARLY.toSeconds()))
        : answer;
  }
}
