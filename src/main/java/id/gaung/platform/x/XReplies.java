package id.gaung.platform.x;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.gaung.platform.Access;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Evidence.Kind;
import id.gaung.platform.Failure;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.LookUp;
import id.gaung.platform.NoAnswer;
import id.gaung.platform.Owners;
import id.gaung.platform.PostOption;
import id.gaung.platform.Reply;
import id.gaung.platform.Replying;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Parts of threads: posts that answer the one before. X has no key of ours; a lost answer is looked
 * for among what the account has published since what it answers.
 */
final class XReplies {

  private static final int PAGES = 10;

  private final XApi api;
  private final XPosts posts;
  private final XAddresses addresses;
  private final Clock clock;

  XReplies(XApi api, XPosts posts, XAddresses addresses, Clock clock) {
    this.api = api;
    this.posts = posts;
    this.addresses = addresses;
    this.clock = clock;
  }

  Replying reply(Access access, Reply reply) {
    ObjectNode body = AnswerJson.object().put("text", reply.text());
    body.putObject("reply").put("in_reply_to_tweet_id", reply.parent().remoteId());
    if (reply.options().getOrDefault(PostOption.AI_LABEL, "").equals("true")) {
      body.put("made_with_ai", true);
    }
    if (reply.options().getOrDefault(PostOption.PAID_PARTNERSHIP, "").equals("true")) {
      body.put("paid_partnership", true);
    }
    return api.send(XApi.post(access, XApi.POSTS).json(body))
        .match(
            answer -> answered(access, reply, answer),
            notSent -> new Replying.Failed(NoAnswer.of(notSent, false)),
            unknown -> new Replying.Unknown(NoAnswer.of(unknown)));
  }

  private Replying answered(Access access, Reply reply, Answered answer) {
    if (answer.ok()) {
      return XMedia.id(answer)
          .<Replying>map(id -> new Replying.Out(addresses.post(access.account(), id)))
          .orElseGet(() -> new Replying.Unknown(api.failure(answer)));
    }
    Failure failure = api.failure(answer);
    if (answer.status() >= 500 || answer.status() == 408) {
      return new Replying.Unknown(failure);
    }
    if (failure.code().equals(XErrors.DUPLICATE)
        && reply.attemptAt().isAfter(reply.firstAttemptAt())) {
      // An earlier attempt, thought lost, may be what X means.
      return new Replying.Unknown(failure);
    }
    boolean gone =
        failure.detail().toLowerCase(Locale.ROOT).contains("deleted or not visible to you");
    return new Replying.Failed(gone ? reply.parentMissing() : failure);
  }

  LookUp lookUp(Access access, Reply reply, Set<String> held) {
    List<Owners.Listed> standing = new ArrayList<>();
    Optional<String> after = Optional.empty();
    for (int page = 0; page < PAGES; page++) {
      // Only what is newer, since every post that is told has to be paid for.
      HttpOutcome outcome =
          api.send(
              posts
                  .request(access, XPosts.PAGE, after)
                  .query("since_id", reply.parent().remoteId()));
      Optional<JsonNode> body = XPosts.listed(outcome);
      if (body.isEmpty()) {
        return LookUp.Undecided.because(api.failure(outcome), Kind.STATUSES_NOT_READ);
      }
      XPost.of(body.get().path("data")).stream()
          .filter(post -> post.answers(reply.parent().remoteId()))
          .map(
              post ->
                  new Owners.Listed(
                      addresses.post(access.account(), post.id()),
                      XText.of(post.body(), List.of(reply.text())),
                      post.at()))
          .forEach(standing::add);
      Optional<String> next = XPosts.next(body.get());
      if (next.isEmpty() || next.equals(after)) {
        return among(reply, standing, held);
      }
      after = next;
    }
    return LookUp.Undecided.because(Kind.LIST_TOO_SHORT);
  }

  private LookUp among(Reply reply, List<Owners.Listed> standing, Set<String> held) {
    LookUp answer = Owners.under(reply, standing, held);
    boolean early = clock.instant().isBefore(reply.attemptAt().plus(XSearch.TOO_EARLY));
    return answer instanceof LookUp.NotPublished && early
        ? LookUp.Undecided.because(Kind.TOO_EARLY, String.valueOf(XSearch.TOO_EARLY.toSeconds()))
        : answer;
  }
}
