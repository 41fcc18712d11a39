package id.gaung.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;

/** The writing half of com.atproto.repo.*, for the collection {@value #POSTS} alone. */
final class BlueskyRepo {

  static final String POSTS = "app.bsky.feed.post";

  private final Jdbi jdbi;
  private final AccountDao accounts;
  private final PostDao posts;
  private final MediaDao media;
  private final SettingDao settings;
  private final Clock clock;
  private final Duration indexLag;
  private final BlueskySessions sessions;
  private final BlueskyLimits limits;
  private final SandboxFaults faults;
  private final BlueskyRecordRules rules;

  BlueskyRepo(
      Jdbi jdbi,
      Clock clock,
      Duration indexLag,
      BlueskySessions sessions,
      BlueskyLimits limits,
      SandboxFaults faults) {
    this.jdbi = jdbi;
    this.clock = clock;
    this.indexLag = indexLag;
    this.sessions = sessions;
    this.limits = limits;
    this.faults = faults;
    accounts = jdbi.onDemand(AccountDao.class);
    posts = jdbi.onDemand(PostDao.class);
    media = jdbi.onDemand(MediaDao.class);
    settings = jdbi.onDemand(SettingDao.class);
    rules = new BlueskyRecordRules(media, clock);
  }

  void register(Router router) {
    router.post("/xrpc/com.atproto.repo.uploadBlob", Purpose.CHANGE, this::uploadBlob);
    router.post("/xrpc/com.atproto.repo.createRecord", Purpose.PUBLISH, this::createRecord);
    router.post("/xrpc/com.atproto.repo.putRecord", Purpose.PUBLISH, this::putRecord);
    router.post("/xrpc/com.atproto.repo.deleteRecord", Purpose.CHANGE, this::deleteRecord);
  }

  private Answer uploadBlob(Call call) {
    PracticeAccount account = sessions.require(call);
    limits.upload(call, account);
    byte[] content = call.body();
    if (content.length == 0) {
      throw Xrpc.invalid("A request body was expected but none was provided");
    }
    String mimeType = call.contentType().isEmpty() ? "*/*" : call.contentType();
    String cid = Cid.ofBlob(content);
    Optional<PictureSize> size = PictureSize.read(content);
    Instant now = clock.instant();
    media.create(
        account.id(),
        cid,
        mimeType,
        content,
        size.map(PictureSize::width).orElse(0),
        size.map(PictureSize::height).orElse(0),
        "",
        false,
        now,
        now);
    ObjectNode blob = Json.object().put("$type", "blob");
    blob.putObject("ref").put("$link", cid);
    blob.put("mimeType", mimeType).put("size", content.length);
    ObjectNode answer = Json.object();
    answer.set("blob", blob);
    return Answer.json(answer);
  }

  /** What a write asks for, checked as far as can be without the repository. */
  private record Write(
      PracticeAccount account,
      String rkey,
      JsonNode record,
      String cid,
      List<BlueskyRecordRules.Shown> shown) {

    String uri() {
      return "at://" + account.remoteId() + "/" + POSTS + "/" + rkey;
    }
  }

  private Write write(Call call, int points, Optional<String> madeKey) {
    PracticeAccount account = own(call);
    limits.write(call, account, points);
    String rkey =
        Optional.of(call.json().path("rkey").asText())
            .filter(key -> !key.isEmpty())
            .or(() -> madeKey)
            .orElseThrow(() -> Xrpc.invalid("Error: Input must have the property \"rkey\""));
    if (!Tid.isTid(rkey)) {
      throw Xrpc.invalid("Invalid record key. Expected a TID, got: " + rkey);
    }
    if (!call.json().path("record").isObject()) {
      throw Xrpc.invalid("Error: Input must have the property \"record\"");
    }
    ObjectNode record = call.json().path("record").deepCopy();
    if (!record.path("$type").asText(POSTS).equals(POSTS)) {
      throw Xrpc.invalid(
          "Invalid $type: expected " + POSTS + ", got " + record.path("$type").asText());
    }
    record.put("$type", POSTS);
    List<BlueskyRecordRules.Shown> shown = rules.check(account, record);
    return new Write(account, rkey, record, cid(record), shown);
  }

  private static String cid(JsonNode record) {
    try {
      return Cid.ofRecord(record);
    } catch (IllegalArgumentException e) {
      throw Xrpc.invalid("Invalid record: " + e.getMessage());
    }
  }

  private Answer createRecord(Call call) {
    String made = Tid.at(clock.instant(), settings.nextNumber());
    Write write = write(call, BlueskyLimits.CREATE, Optional.of(made));
    return inRepo(
        write.account(),
        now -> {
          if (posts.find(PracticeNetwork.BLUESKY, write.uri(), now).isPresent()) {
            // The reference server's tree throws here and the message is masked.
            throw Xrpc.refuse(500, "InternalServerError", "Internal Server Error");
          }
          create(write, now);
          return written(write.uri(), write.cid(), true);
        });
  }

  private Answer putRecord(Call call) {
    Write write = write(call, BlueskyLimits.UPDATE, Optional.empty());
    JsonNode swap = call.json().path("swapRecord");
    return inRepo(
        write.account(),
        now -> {
          Optional<PracticePost> current = posts.find(PracticeNetwork.BLUESKY, write.uri(), now);
          String currentCid = current.map(PracticePost::cid).orElse("");
          if (currentCid.equals(write.cid())) {
            return written(write.uri(), write.cid(), false);
          }
          // An explicit null means "must not exist yet"; a missing field means "whatever is there".
          if (!swap.isMissingNode() && !swap.asText("").equals(currentCid)) {
            throw Xrpc.refuse(
                400,
                "InvalidSwap",
                "Record was at " + (currentCid.isEmpty() ? "null" : currentCid));
          }
          if (current.isPresent()) {
            posts.rewrite(
                current.get().id(),
                write.record().path("text").asText(),
                Json.write(write.record()),
                write.cid());
            posts.detach(current.get().id());
            attach(current.get().id(), write);
          } else {
            create(write, now);
          }
          return written(write.uri(), write.cid(), true);
        });
  }

  private void create(Write write, Instant now) {
    Duration lag =
        faults
            .strike(
                FaultKind.INDEX_LAG,
                PracticeNetwork.BLUESKY,
                Optional.of(write.account().id()),
                Purpose.PUBLISH)
            .map(Fault::millis)
            .orElse(Duration.ZERO);
    long id =
        posts.create(
            new NewPost(
                write.account().id(),
                write.uri(),
                write.rkey(),
                write.rkey(),
                write.record().path("text").asText(),
                Json.write(write.record()),
                write.cid(),
                "",
                now,
                now.plus(indexLag).plus(lag)));
    attach(id, write);
  }

  private void attach(long postId, Write write) {
    for (int i = 0; i < write.shown().size(); i++) {
      BlueskyRecordRules.Shown shown = write.shown().get(i);
      posts.attach(postId, i, shown.media().id(), shown.alt());
    }
  }

  private Answer written(String uri, String cid, boolean changed) {
    ObjectNode answer = Json.object().put("uri", uri).put("cid", cid);
    if (changed) {
      answer.set("commit", commit());
    }
    return Answer.json(answer.put("validationStatus", "valid"));
  }

  private ObjectNode commit() {
    String rev = Tid.at(clock.instant(), settings.nextNumber());
    return Json.object().put("cid", Cid.ofRecord(Json.object().put("rev", rev))).put("rev", rev);
  }

  private Answer deleteRecord(Call call) {
    PracticeAccount account = own(call);
    limits.write(call, account, BlueskyLimits.DELETE);
    String uri = uri(account, call.json().path("rkey").asText());
    return inRepo(
        account,
        now -> {
          ObjectNode answer = Json.object();
          Optional<PracticePost> found = posts.find(PracticeNetwork.BLUESKY, uri, now);
          if (found.isPresent()) {
            posts.delete(found.get().id(), now);
            answer.set("commit", commit());
          }
          return Answer.json(answer);
        });
  }

  /** The repository of the body, which must be the caller's own. */
  private PracticeAccount own(Call call) {
    PracticeAccount account = sessions.require(call);
    if (sessions.repo(call.json().path("repo").asText()).id() != account.id()) {
      throw Xrpc.refuse(401, "AuthenticationRequired", "Authentication Required");
    }
    if (!call.json().path("collection").asText().equals(POSTS)) {
      throw Xrpc.invalid("The practice network keeps records of " + POSTS + " alone");
    }
    return account;
  }

  private static String uri(PracticeAccount account, String rkey) {
    return "at://" + account.remoteId() + "/" + POSTS + "/" + rkey;
  }

  private Answer inRepo(PracticeAccount account, Function<Instant, Answer> work) {
    return jdbi.inTransaction(
        transaction -> {
          accounts.lock(account.id());
          return work.apply(clock.instant());
        });
  }
}
