package id.gaung.platform.bluesky;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.gaung.platform.Access;
import id.gaung.platform.Account;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Evidence;
import id.gaung.platform.Failure;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.LookUp;
import id.gaung.platform.PlatformHttp;
import id.gaung.platform.PostAddress;
import id.gaung.platform.Publication;
import id.gaung.platform.PublishStep;
import id.gaung.platform.RemotePost;
import id.gaung.platform.bluesky.BlueskyRecords.Stored;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Publishes in steps: one picture after the other, or the video by its service, then the record is
 * fixed with all it says, then it is put, once, to a key of our own that must be free ({@code
 * swapRecord: null}). The same record put again changes nothing, so that a post cannot come out
 * twice.
 */
final class BlueskyPublishing {

  private static final String MENTIONS = "mentions";
  private static final String RECORD = "record";
  private static final String RKEY = "rkey";

  /** How often lost blobs are uploaded again before the pictures count as refused. */
  private static final int MAX_UPLOADS_AGAIN = 2;

  private final PlatformHttp http;
  private final BlueskyRecords records;
  private final BlueskyFailures failures;
  private final BlueskyUploads uploads;
  private final BlueskyMentions mentions;
  private final BlueskyAddresses addresses;
  private final Clock clock;

  BlueskyPublishing(
      PlatformHttp http,
      BlueskyRecords records,
      BlueskyFailures failures,
      BlueskyUploads uploads,
      URI webBase,
      Clock clock) {
    this.clock = clock;
    this.uploads = uploads;
    this.http = http;
    this.records = records;
    this.failures = failures;
    this.mentions = new BlueskyMentions(http);
    this.addresses = new BlueskyAddresses(webBase);
  }

  PublishStep publish(Access access, Publication publication, Checkpoint checkpoint) {
    if (checkpoint.values().containsKey(RECORD)) {
      return put(access, checkpoint);
    }
    return uploads
        .next(access, publication, checkpoint)
        .orElseGet(() -> fix(access, publication, checkpoint));
  }

  LookUp lookUp(Access access, Checkpoint checkpoint) {
    String record = checkpoint.values().get(RECORD);
    if (record == null) {
      return new LookUp.NotPublished(checkpoint);
    }
    Stored stored = stored(access, checkpoint);
    if (stored instanceof Stored.Present present) {
      return same(present, record)
          ? new LookUp.Found(addresses.post(present.uri()))
          : LookUp.Undecided.because(Evidence.Kind.OTHER_RECORD, present.uri());
    }
    if (stored instanceof Stored.Unclear unclear) {
      return LookUp.Undecided.because(unclear.failure(), Evidence.Kind.RECORD_NOT_READ);
    }
    return new LookUp.NotPublished(unfixed(checkpoint));
  }

  PostAddress read(Account account, String pasted, List<URI> sites) {
    return addresses.read(account, pasted, sites);
  }

  Optional<RemotePost> named(Account account, URI address) {
    return addresses.named(account, address);
  }

  private PublishStep fix(Access access, Publication publication, Checkpoint checkpoint) {
    Map<String, String> dids =
        Optional.ofNullable(checkpoint.values().get(MENTIONS))
            .map(BlueskyMentions::read)
            .orElseGet(() -> mentions.resolve(access.account(), publication.text()));
    ObjectNode record =
        PostRecord.of(
            publication,
            latest(publication.firstAttemptAt(), clock.instant()),
            dids,
            BlueskyUploads.blobs(checkpoint));
    return next(
        with(
            checkpoint,
            Map.of(
                MENTIONS, BlueskyMentions.write(dids),
                RECORD, AnswerJson.write(record),
                RKEY, Tid.of(publication.id(), publication.firstAttemptAt()))));
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private PublishStep put(Access access, Checkpoint checkpoint) {
    ObjectNode body = AnswerJson.object();
    body.put("repo", access.account().remoteId());
    body.put("collection", Xrpc.POSTS);
    body.put("rkey", checkpoint.values().getOrDefault(RKEY, ""));
    body.set(
        "record", AnswerJson.parse(checkpoint.values().getOrDefault(RECORD, "")).orElseThrow());
    body.putNull("swapRecord");
    HttpOutcome outcome =
        http.send(
            Xrpc.procedure(access.account().server(), "com.atproto.repo.putRecord")
                .bearer(Xrpc.token(access))
                .json(body));
    return outcome.match(
        a -> answered(access, checkpoint, a),
        n -> new PublishStep.Failed(failures.of(n), unfixed(checkpoint)),
        u -> new PublishStep.Unknown(failures.of(u)));
  }

  private PublishStep answered(Access access, Checkpoint checkpoint, Answered answer) {
    if (answer.ok()) {
      return Xrpc.success(answer)
          .flatMap(json -> AnswerJson.text(json, "uri"))
          .<PublishStep>map(uri -> new PublishStep.Published(addresses.post(uri)))
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
    return new PublishStep.Failed(
        failure, refused(failure) ? Checkpoint.START : unfixed(checkpoint));
  }

  /**
   * Nothing arrived so far, so the next may have a time of its own. Should an earlier one arrive
   * after all, it lies at the same key and says the same.
   */
  private static Checkpoint unfixed(Checkpoint checkpoint) {
    Map<String, String> values = new HashMap<>(checkpoint.values());
    values.remove(RECORD);
    return new Checkpoint(values);
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
        ? new PublishStep.Published(addresses.post(present.uri()))
        : new PublishStep.Failed(failure, checkpoint);
  }

  /** Servers drop blobs that no record uses, after an hour or more. */
  private PublishStep uploadAgain(Checkpoint checkpoint, Failure failure) {
    int times = Integer.parseInt(checkpoint.values().getOrDefault(BlueskyUploads.AGAIN, "0"));
    if (times >= MAX_UPLOADS_AGAIN) {
      return new PublishStep.Failed(failure, Checkpoint.START);
    }
    Map<String, String> values = new HashMap<>();
    values.put(BlueskyUploads.AGAIN, String.valueOf(times + 1));
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
    return AnswerJson.parse(record).filter(r -> PostRecord.same(r, present.value())).isPresent();
  }

  private static PublishStep next(Checkpoint checkpoint) {
    return new PublishStep.Continue(checkpoint, Duration.ZERO);
  }

  private static Checkpoint with(Checkpoint checkpoint, Map<String, String> more) {
    Map<String, String> values = new HashMap<>(checkpoint.values());
    values.putAll(more);
    return new Checkpoint(values);
  }
}
