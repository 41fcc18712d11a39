package id.gaung.platform.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.gaung.platform.Access;
import id.gaung.platform.Account;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.ContentRules.Segment.Kind;
import id.gaung.platform.Evidence;
import id.gaung.platform.Failure;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.Json;
import id.gaung.platform.LookUp;
import id.gaung.platform.Picture;
import id.gaung.platform.PlatformHttp;
import id.gaung.platform.Publication;
import id.gaung.platform.PublishStep;
import id.gaung.platform.RemotePost;
import id.gaung.platform.bluesky.BlueskyRecords.Stored;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Publishes in steps: one picture after the other, then the record is fixed with all it says, then
 * it is put, once, to a key of our own that must be free ({@code swapRecord: null}). The same
 * record put again changes nothing, so that a post cannot come out twice.
 */
final class BlueskyPublishing {

  private static final String BLOB = "blob.";
  private static final String MENTIONS = "mentions";
  private static final String RECORD = "record";
  private static final String RKEY = "rkey";
  private static final String UPLOADED_AGAIN = "uploadedAgain";

  /** How often lost blobs are uploaded again before the pictures count as refused. */
  private static final int MAX_UPLOADS_AGAIN = 2;

  private static final int MAX_MENTIONS = 20;
  private static final Duration MENTION_LIMIT = Duration.ofSeconds(5);

  private final PlatformHttp http;
  private final BlueskyRecords records;
  private final BlueskyFailures failures;
  private final URI webBase;

  BlueskyPublishing(
      PlatformHttp http, BlueskyRecords records, BlueskyFailures failures, URI webBase) {
    this.http = http;
    this.records = records;
    this.failures = failures;
    this.webBase = webBase;
  }

  PublishStep publish(Access access, Publication publication, Checkpoint checkpoint) {
    if (checkpoint.values().containsKey(RECORD)) {
      return put(access, checkpoint);
    }
    for (int i = 0; i < publication.pictures().size(); i++) {
      if (!checkpoint.values().containsKey(BLOB + i)) {
        return upload(access, publication.pictures().get(i), i, checkpoint);
      }
    }
    return fix(access, publication, checkpoint);
  }

  LookUp lookUp(Access access, Checkpoint checkpoint) {
    String record = checkpoint.values().get(RECORD);
    if (record == null) {
      return new LookUp.NotPublished(checkpoint);
    }
    Stored stored = stored(access, checkpoint);
    if (stored instanceof Stored.Present present) {
      return same(present, record)
          ? new LookUp.Found(post(access.account(), present.uri()))
          : LookUp.Undecided.because(Evidence.Kind.OTHER_RECORD, present.uri());
    }
    if (stored instanceof Stored.Unclear unclear) {
      return LookUp.Undecided.because(unclear.failure(), Evidence.Kind.RECORD_NOT_READ);
    }
    return new LookUp.NotPublished(checkpoint);
  }

  /** A picture uploaded twice gives the same blob, so an unknown outcome is merely a failure. */
  private PublishStep upload(Access access, Picture picture, int index, Checkpoint checkpoint) {
    HttpOutcome outcome =
        http.send(
            Xrpc.procedure(access.account().server(), "com.atproto.repo.uploadBlob")
                .bearer(Xrpc.token(access))
                .file(picture.mimeType(), picture.bytes(), picture.content()));
    Optional<JsonNode> blob =
        outcome.match(BlueskyPublishing::blob, n -> Optional.empty(), u -> Optional.empty());
    return blob.<PublishStep>map(b -> next(with(checkpoint, Map.of(BLOB + index, Json.write(b)))))
        .orElseGet(() -> new PublishStep.Failed(uploadFailure(outcome), checkpoint));
  }

  private static Optional<JsonNode> blob(Answered answer) {
    return Xrpc.success(answer)
        .map(json -> json.path("blob"))
        .filter(b -> Json.text(b.path("ref"), "$link").isPresent());
  }

  /** Whatever the server finds invalid in an upload is the picture. */
  private Failure uploadFailure(HttpOutcome outcome) {
    Failure failure = failures.of(outcome);
    return failure.kind() == Failure.Kind.REJECTED
        ? Failure.of(Failure.Kind.MEDIA_REJECTED, failure.code(), failure.detail())
        : failure;
  }

  private PublishStep fix(Access access, Publication publication, Checkpoint checkpoint) {
    Map<String, String> mentions =
        Optional.ofNullable(checkpoint.values().get(MENTIONS))
            .map(BlueskyPublishing::mentions)
            .orElseGet(() -> resolve(access.account(), publication));
    ObjectNode record = PostRecord.of(publication, mentions, blobs(publication, checkpoint));
    return next(
        with(
            checkpoint,
            Map.of(
                MENTIONS, write(mentions),
                RECORD, Json.write(record),
                RKEY, Tid.of(publication.id(), publication.firstAttemptAt()))));
  }

  private static List<JsonNode> blobs(Publication publication, Checkpoint checkpoint) {
    List<JsonNode> blobs = new ArrayList<>();
    for (int i = 0; i < publication.pictures().size(); i++) {
      Json.parse(checkpoint.values().getOrDefault(BLOB + i, "")).ifPresent(blobs::add);
    }
    return blobs;
  }

  /** DIDs by handle. A handle that nobody answers for stays plain text. */
  private Map<String, String> resolve(Account account, Publication publication) {
    Map<String, String> dids = new LinkedHashMap<>();
    BlueskyRules.SCANNER.segments(publication.text()).stream()
        .filter(s -> s.kind() == Kind.MENTION)
        .map(PostRecord::handle)
        .distinct()
        .limit(MAX_MENTIONS)
        .forEach(handle -> did(account, handle).ifPresent(did -> dids.put(handle, did)));
    return dids;
  }

  private Optional<String> did(Account account, String handle) {
    HttpOutcome outcome =
        http.send(
            Xrpc.query(account.server(), "com.atproto.identity.resolveHandle")
                .query("handle", handle)
                .timeout(MENTION_LIMIT));
    return outcome.match(
        a ->
            Xrpc.success(a)
                .flatMap(json -> Json.text(json, "did"))
                .filter(did -> did.startsWith("did:")),
        n -> Optional.empty(),
        u -> Optional.empty());
  }

  private PublishStep put(Access access, Checkpoint checkpoint) {
    ObjectNode body = Json.object();
    body.put("repo", access.account().remoteId());
    body.put("collection", Xrpc.POSTS);
    body.put("rkey", checkpoint.values().getOrDefault(RKEY, ""));
    body.set("record", Json.parse(checkpoint.values().getOrDefault(RECORD, "")).orElseThrow());
    body.putNull("swapRecord");
    HttpOutcome outcome =
        http.send(
            Xrpc.procedure(access.account().server(), "com.atproto.repo.putRecord")
                .bearer(Xrpc.token(access))
                .json(body));
    return outcome.match(
        a -> answered(access, checkpoint, a),
        n -> new PublishStep.Failed(failures.of(n), checkpoint),
        u -> new PublishStep.Unknown(failures.of(u)));
  }

  private PublishStep answered(Access access, Checkpoint checkpoint, Answered answer) {
    if (answer.ok()) {
      return Xrpc.success(answer)
          .flatMap(json -> Json.text(json, "uri"))
          .<PublishStep>map(uri -> new PublishStep.Published(post(access.account(), uri)))
          .orElseGet(() -> new PublishStep.Unknown(failures.of(answer)));
    }
    // A gateway may give up while the server behind it goes on; a masked 500 says nothing either.
    if ((answer.status() >= 500 && answer.status() != 501) || answer.status() == 408) {
      return new PublishStep.Unknown(failures.of(answer));
    }
    String error = Xrpc.error(answer).orElse("");
    if (error.equals("InvalidSwap")) {
      return taken(access, checkpoint, failures.of(answer));
    }
    if (error.equals("BlobNotFound")) {
      return uploadAgain(checkpoint, failures.of(answer));
    }
    Failure failure = failures.of(answer);
    return new PublishStep.Failed(failure, refused(failure) ? Checkpoint.START : checkpoint);
  }

  /** A refused record is of no use any more: what is sent next will have been changed. */
  private static boolean refused(Failure failure) {
    return switch (failure.kind()) {
      case TEXT_REJECTED, MEDIA_REJECTED, REJECTED -> true;
      default -> false;
    };
  }

  /** Something else than what we sent lies at the key, or what we sent differs in a trifle. */
  private PublishStep taken(Access access, Checkpoint checkpoint, Failure failure) {
    Stored stored = stored(access, checkpoint);
    if (stored instanceof Stored.Unclear) {
      return new PublishStep.Unknown(failure);
    }
    return stored instanceof Stored.Present present
            && same(present, checkpoint.values().getOrDefault(RECORD, ""))
        ? new PublishStep.Published(post(access.account(), present.uri()))
        : new PublishStep.Failed(failure, checkpoint);
  }

  /** Servers drop blobs that no record uses, after an hour or more. */
  private PublishStep uploadAgain(Checkpoint checkpoint, Failure failure) {
    int times = Integer.parseInt(checkpoint.values().getOrDefault(UPLOADED_AGAIN, "0"));
    if (times >= MAX_UPLOADS_AGAIN) {
      return new PublishStep.Failed(failure, Checkpoint.START);
    }
    Map<String, String> values = new HashMap<>();
    values.put(UPLOADED_AGAIN, String.valueOf(times + 1));
    values.put(MENTIONS, checkpoint.values().getOrDefault(MENTIONS, "{}"));
    return next(new Checkpoint(values));
  }

  private Stored stored(Access access, Checkpoint checkpoint) {
    return records.get(
        access.account().server(),
        access.account().remoteId(),
        Xrpc.POSTS,
        checkpoint.values().getOrDefault(RKEY, ""));
  }

  private static boolean same(Stored.Present present, String record) {
    return Json.parse(record).filter(present.value()::equals).isPresent();
  }

  private RemotePost post(Account account, String uri) {
    return new RemotePost(uri, AtUri.parse(uri).map(at -> web(account, at)));
  }

  /** A server that cannot verify a handle names it handle.invalid; the DID always works. */
  private URI web(Account account, AtUri uri) {
    boolean usable =
        account.handle().matches("[A-Za-z0-9.-]+") && !account.handle().equals("handle.invalid");
    String profile = usable ? account.handle() : uri.repo();
    String base = webBase.toString();
    return URI.create(
        (base.endsWith("/") ? base.substring(0, base.length() - 1) : base)
            + "/profile/"
            + profile
            + "/post/"
            + uri.rkey());
  }

  private static PublishStep next(Checkpoint checkpoint) {
    return new PublishStep.Continue(checkpoint, Duration.ZERO);
  }

  private static Checkpoint with(Checkpoint checkpoint, Map<String, String> more) {
    Map<String, String> values = new HashMap<>(checkpoint.values());
    values.putAll(more);
    return new Checkpoint(values);
  }

  private static String write(Map<String, String> mentions) {
    ObjectNode node = Json.object();
    mentions.forEach(node::put);
    return Json.write(node);
  }

  private static Map<String, String> mentions(String written) {
    Map<String, String> mentions = new HashMap<>();
    Json.parse(written)
        .ifPresent(
            n -> n.properties().forEach(e -> mentions.put(e.getKey(), e.getValue().asText())));
    return mentions;
  }
}
