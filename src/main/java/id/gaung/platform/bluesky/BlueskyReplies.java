package id.gaung.platform.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.gaung.platform.Access;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Evidence;
import id.gaung.platform.Failure;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.LookUp;
import id.gaung.platform.PlatformHttp;
import id.gaung.platform.Publication;
import id.gaung.platform.RemotePost;
import id.gaung.platform.Reply;
import id.gaung.platform.Replying;
import id.gaung.platform.bluesky.BlueskyRecords.Stored;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Parts of threads: a record that names its thread's first one and the one before it, both with
 * their content (lexicon app.bsky.feed.post#replyRef), put to a key of our own as posts are.
 */
final class BlueskyReplies {

  private static final String REPLY = "reply";
  private static final String TEXT = "text";

  private final PlatformHttp http;
  private final BlueskyRecords records;
  private final BlueskyFailures failures;
  private final BlueskyMentions mentions;
  private final BlueskyAddresses addresses;
  private final Clock clock;

  BlueskyReplies(
      PlatformHttp http,
      BlueskyRecords records,
      BlueskyFailures failures,
      BlueskyAddresses addresses,
      Clock clock) {
    this.http = http;
    this.records = records;
    this.failures = failures;
    this.mentions = new BlueskyMentions(http);
    this.addresses = addresses;
    this.clock = clock;
  }

  Replying reply(Access access, Reply reply) {
    Stored root = stored(access, reply.root());
    Stored parent = reply.parent().equals(reply.root()) ? root : stored(access, reply.parent());
    if (!(root instanceof Stored.Present first) || !(parent instanceof Stored.Present before)) {
      return new Replying.Failed(why(reply, root instanceof Stored.Present ? parent : root));
    }
    HttpOutcome outcome =
        http.send(
            Xrpc.procedure(access.account().server(), "com.atproto.repo.putRecord")
                .bearer(Xrpc.token(access))
                .json(put(access, reply, record(access, reply, first, before))));
    return outcome.match(
        answer -> answered(access, reply, answer),
        notSent -> new Replying.Failed(failures.of(notSent)),
        unknown -> new Replying.Unknown(failures.of(unknown)));
  }

  private ObjectNode record(
      Access access, Reply reply, Stored.Present root, Stored.Present parent) {
    Instant now = clock.instant();
    ObjectNode record =
        PostRecord.of(
            new Publication(
                reply.id(), reply.firstAttemptAt(), reply.text(), reply.language(), List.of()),
            now.isAfter(reply.firstAttemptAt()) ? now : reply.firstAttemptAt(),
            mentions.resolve(access.account(), reply.text()),
            List.of());
    ObjectNode under = record.putObject(REPLY);
    under.set("root", reference(root));
    under.set("parent", reference(parent));
    return record;
  }

  private static ObjectNode reference(Stored.Present record) {
    return AnswerJson.object().put("uri", record.uri()).put("cid", record.cid());
  }

  private static ObjectNode put(Access access, Reply reply, ObjectNode record) {
    ObjectNode body = AnswerJson.object();
    body.put("repo", access.account().remoteId());
    body.put("collection", Xrpc.POSTS);
    body.put("rkey", key(reply));
    body.set("record", record);
    body.putNull("swapRecord");
    return body;
  }

  private static String key(Reply reply) {
    return Tid.of(reply.id(), reply.firstAttemptAt());
  }

  /** As of a post: what may have arrived, and what lies at our key already, is told apart. */
  private Replying answered(Access access, Reply reply, Answered answer) {
    if (answer.ok()) {
      return Xrpc.success(answer)
          .flatMap(json -> AnswerJson.text(json, "uri"))
          .<Replying>map(uri -> new Replying.Out(addresses.post(uri)))
          .orElseGet(() -> new Replying.Unknown(failures.of(answer)));
    }
    if ((answer.status() >= 500 && answer.status() != 501) || answer.status() == 408) {
      return new Replying.Unknown(failures.of(answer));
    }
    if (Xrpc.error(answer).filter("InvalidSwap"::equals).isPresent()) {
      return lookUp(access, reply)
          .match(
              found -> new Replying.Out(found.post()),
              not -> new Replying.Failed(failures.of(answer)),
              undecided -> new Replying.Unknown(failures.of(answer)));
    }
    return new Replying.Failed(failures.of(answer));
  }

  /** What lies at our key is ours. */
  LookUp lookUp(Access access, Reply reply) {
    Stored stored = stored(access, key(reply));
    if (stored instanceof Stored.Present present) {
      return isSame(reply, present.value())
          ? new LookUp.Found(addresses.post(present.uri()))
          : LookUp.Undecided.because(Evidence.Kind.OTHER_RECORD, present.uri());
    }
    return stored instanceof Stored.Unclear unclear
        ? LookUp.Undecided.because(unclear.failure(), Evidence.Kind.RECORD_NOT_READ)
        : new LookUp.NotPublished(Checkpoint.START);
  }

  /** Whoever a mention names may have changed since. */
  private static boolean isSame(Reply reply, JsonNode record) {
    String text = BlueskyRules.shown(BlueskyRules.SCANNER.segments(reply.text()));
    return record.path(TEXT).asText("").equals(text)
        && record
            .path(REPLY)
            .path("parent")
            .path("uri")
            .asText("")
            .equals(reply.parent().remoteId());
  }

  private Stored stored(Access access, RemotePost post) {
    return AtUri.typed(post.remoteId())
        .map(uri -> stored(access, uri.rkey()))
        .orElseGet(Stored.Nothing::new);
  }

  private Stored stored(Access access, String rkey) {
    return records.get(access.account().server(), access.account().remoteId(), Xrpc.POSTS, rkey);
  }

  private static Failure why(Reply reply, Stored missing) {
    return missing instanceof Stored.Unclear unclear ? unclear.failure() : reply.parentMissing();
  }
}
