package id.gaung.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;

/** The writing half of com.atproto.repo.*, for the collection {@value #POSTS} alone. */
final class BlueskyRepo {

  static final String POSTS = "app.bsky.feed.post";

  private final Jdbi jdbi;
  private final AccountDao accounts;
  private final PracticePostDao posts;
  private final SettingDao settings;
  private final Clock clock;
  private final Duration indexLag;
  private final BlueskyLimits limits;
  private final SandboxFaults faults;
  private final BlueskyWrites writes;

  BlueskyRepo(
      Jdbi jdbi,
      Clock clock,
      Duration indexLag,
      BlueskySessionDoors sessions,
      BlueskyLimits limits,
      SandboxFaults faults) {
    this.jdbi = jdbi;
    this.clock = clock;
    this.indexLag = indexLag;
    this.limits = limits;
    this.faults = faults;
    accounts = jdbi.onDemand(AccountDao.class);
    posts = jdbi.onDemand(PracticePostDao.class);
    settings = jdbi.onDemand(SettingDao.class);
    writes = new BlueskyWrites(jdbi, clock, sessions, limits);
  }

  void register(Router router) {
    router.post("/xrpc/com.atproto.repo.createRecord", Purpose.PUBLISH, this::createRecord);
    router.post("/xrpc/com.atproto.repo.putRecord", Purpose.PUBLISH, this::putRecord);
    router.post("/xrpc/com.atproto.repo.deleteRecord", Purpose.CHANGE, this::deleteRecord);
  }

  private Answer createRecord(Call call) {
    String made = PracticeTid.at(clock.instant(), settings.nextNumber());
    BlueskyWrites.Write write = writes.read(call, BlueskyLimits.CREATE, Optional.of(made));
    return inRepo(
        write.account(),
        now -> {
          if (posts.find(BlueskyServer.NETWORK, write.uri(), now).isPresent()) {
            // The reference server's tree throws here and the message is masked.
            throw PracticeXrpc.refuse(500, "InternalServerError", "Internal Server Error");
          }
          create(write, now);
          return written(write.uri(), write.cid(), true);
        });
  }

  private Answer putRecord(Call call) {
    BlueskyWrites.Write write = writes.read(call, BlueskyLimits.UPDATE, Optional.empty());
    JsonNode swap = call.json().path("swapRecord");
    return inRepo(
        write.account(),
        now -> {
          Optional<PracticePost> current = posts.find(BlueskyServer.NETWORK, write.uri(), now);
          String currentCid = current.map(PracticePost::cid).orElse("");
          if (currentCid.equals(write.cid())) {
            return written(write.uri(), write.cid(), false);
          }
          // An explicit null means "must not exist yet"; a missing field means "whatever is there".
          if (!swap.isMissingNode() && !swap.asText("").equals(currentCid)) {
            throw PracticeXrpc.refuse(
                400,
                "InvalidSwap",
                "Record was at " + (currentCid.isEmpty() ? "null" : currentCid));
          }
          if (current.isPresent()) {
            posts.rewrite(
                current.get().id(),
                write.record().path("text").asText(),
                PracticeJson.write(write.record()),
                write.cid());
            posts.detach(current.get().id());
            attach(current.get().id(), write);
          } else {
            create(write, now);
          }
          return written(write.uri(), write.cid(), true);
        });
  }

  private void create(BlueskyWrites.Write write, Instant now) {
    Duration lag =
        faults
            .strike(
                FaultKind.INDEX_LAG,
                BlueskyServer.NETWORK,
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
                PracticeJson.write(write.record()),
                write.cid(),
                "",
                now,
                now.plus(indexLag).plus(lag)));
    attach(id, write);
  }

  private void attach(long postId, BlueskyWrites.Write write) {
    for (int i = 0; i < write.shown().size(); i++) {
      BlueskyRecordRules.Shown shown = write.shown().get(i);
      posts.attach(postId, i, shown.media().id(), shown.alt());
    }
  }

  private Answer written(String uri, String cid, boolean changed) {
    ObjectNode answer = PracticeJson.object().put("uri", uri).put("cid", cid);
    if (changed) {
      answer.set("commit", commit());
    }
    return Answer.json(answer.put("validationStatus", "valid"));
  }

  private ObjectNode commit() {
    String rev = PracticeTid.at(clock.instant(), settings.nextNumber());
    return PracticeJson.object()
        .put("cid", Cid.ofRecord(PracticeJson.object().put("rev", rev)))
        .put("rev", rev);
  }

  private Answer deleteRecord(Call call) {
    PracticeAccount account = writes.own(call);
    limits.write(call, account, BlueskyLimits.DELETE);
    String uri = BlueskyWrites.uri(account, call.json().path("rkey").asText());
    return inRepo(
        account,
        now -> {
          ObjectNode answer = PracticeJson.object();
          Optional<PracticePost> found = posts.find(BlueskyServer.NETWORK, uri, now);
          if (found.isPresent()) {
            posts.delete(found.get().id(), now);
            answer.set("commit", commit());
          }
          return Answer.json(answer);
        });
  }

  private Answer inRepo(PracticeAccount account, Function<Instant, Answer> work) {
    return jdbi.inTransaction(
        transaction -> {
          accounts.lock(account.id());
          return work.apply(clock.instant());
        });
  }
}
