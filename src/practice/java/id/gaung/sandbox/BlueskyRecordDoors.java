package id.gaung.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The reading half of com.atproto.repo.*: straight from the repository, without index lag. */
final class BlueskyRecordDoors {

  private final PracticePostDao posts;
  private final MediaDao media;
  private final Clock clock;
  private final BlueskySessionDoors sessions;
  private final BlueskyLimits limits;

  BlueskyRecordDoors(Jdbi jdbi, Clock clock, BlueskySessionDoors sessions, BlueskyLimits limits) {
    this.clock = clock;
    this.sessions = sessions;
    this.limits = limits;
    posts = jdbi.onDemand(PracticePostDao.class);
    media = jdbi.onDemand(MediaDao.class);
  }

  void register(Router router) {
    router.get("/xrpc/com.atproto.repo.getRecord", Purpose.READ, this::getRecord);
    router.get("/xrpc/com.atproto.repo.listRecords", Purpose.READ, this::listRecords);
    router.get("/xrpc/com.atproto.repo.describeRepo", Purpose.READ, this::describeRepo);
    router.get("/xrpc/com.atproto.sync.getBlob", Purpose.PAGE, this::getBlob);
  }

  private Answer getRecord(Call call) {
    limits.read(call);
    PracticeAccount account = sessions.repo(PracticeXrpc.required(call, "repo"));
    String uri =
        "at://"
            + account.remoteId()
            + "/"
            + PracticeXrpc.required(call, "collection")
            + "/"
            + PracticeXrpc.required(call, "rkey");
    return posts
        .find(BlueskyServer.NETWORK, uri, clock.instant())
        .filter(post -> call.param("cid").map(post.cid()::equals).orElse(true))
        .map(post -> Answer.json(entry(post)))
        .orElseThrow(
            () -> PracticeXrpc.refuse(400, "RecordNotFound", "Could not locate record: " + uri));
  }

  private Answer listRecords(Call call) {
    limits.read(call);
    PracticeAccount account = sessions.repo(PracticeXrpc.required(call, "repo"));
    int limit = limit(call);
    ArrayNode records = PracticeJson.array();
    ObjectNode answer = PracticeJson.object();
    if (PracticeXrpc.required(call, "collection").equals(BlueskyRepo.POSTS)) {
      List<PracticePost> page =
          posts.listByKey(account.id(), call.param("cursor").orElse("~"), limit);
      page.forEach(post -> records.add(entry(post)));
      if (page.size() == limit) {
        answer.put("cursor", page.get(limit - 1).shortCode());
      }
    }
    answer.set("records", records);
    return Answer.json(answer);
  }

  /** As the lexicon has it: 1 to 100, 50 unless told. */
  static int limit(Call call) {
    try {
      int limit = Integer.parseInt(call.param("limit").orElse("50"));
      if (limit >= 1 && limit <= 100) {
        return limit;
      }
    } catch (NumberFormatException e) {
      throw PracticeXrpc.invalid("Error: limit must be an integer");
    }
    throw PracticeXrpc.invalid("Error: limit can not be greater than 100 or less than 1");
  }

  private Answer describeRepo(Call call) {
    limits.read(call);
    PracticeAccount account = sessions.repo(PracticeXrpc.required(call, "repo"));
    ObjectNode answer =
        PracticeJson.object().put("handle", account.handle()).put("did", account.remoteId());
    answer.set("didDoc", sessions.didDocument(account));
    answer.putArray("collections").add(BlueskyRepo.POSTS);
    return Answer.json(answer.put("handleIsCorrect", true));
  }

  private Answer getBlob(Call call) {
    PracticeAccount account = sessions.repo(PracticeXrpc.required(call, "did"));
    PracticeMedia blob =
        media
            .find(account.id(), PracticeXrpc.required(call, "cid"))
            .orElseThrow(() -> PracticeXrpc.refuse(400, "BlobNotFound", "Blob not found"));
    return media
        .content(blob.id())
        .map(content -> Answer.bytes(200, blob.mimeType(), content))
        .orElseThrow(() -> PracticeXrpc.refuse(400, "BlobNotFound", "Blob not found"));
  }

  private static ObjectNode entry(PracticePost post) {
    ObjectNode entry = PracticeJson.object().put("uri", post.remoteId()).put("cid", post.cid());
    entry.set("value", PracticeJson.readObject(post.recordJson()));
    return entry;
  }
}
