package id.gaung.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Reads what a call wants to write, and refuses what no repository would take. */
final class BlueskyWrites {

  private final BlueskySessionDoors sessions;
  private final BlueskyLimits limits;
  private final BlueskyRecordRules rules;

  BlueskyWrites(Jdbi jdbi, Clock clock, BlueskySessionDoors sessions, BlueskyLimits limits) {
    this.sessions = sessions;
    this.limits = limits;
    rules = new BlueskyRecordRules(jdbi.onDemand(MediaDao.class), clock);
  }

  /** What a write asks for, checked as far as can be without the repository. */
  record Write(
      PracticeAccount account,
      String rkey,
      JsonNode record,
      String cid,
      List<BlueskyRecordRules.Shown> shown) {

    String uri() {
      return BlueskyWrites.uri(account, rkey);
    }
  }

  /**
   * @param madeKey the key of a record that brings none
   */
  Write read(Call call, int points, Optional<String> madeKey) {
    PracticeAccount account = own(call);
    limits.write(call, account, points);
    String rkey =
        Optional.of(call.json().path("rkey").asText())
            .filter(key -> !key.isEmpty())
            .or(() -> madeKey)
            .orElseThrow(
                () -> PracticeXrpc.invalid("Error: Input must have the property \"rkey\""));
    if (!PracticeTid.isTid(rkey)) {
      throw PracticeXrpc.invalid("Invalid record key. Expected a TID, got: " + rkey);
    }
    if (!call.json().path("record").isObject()) {
      throw PracticeXrpc.invalid("Error: Input must have the property \"record\"");
    }
    ObjectNode record = call.json().path("record").deepCopy();
    if (!record.path("$type").asText(BlueskyRepo.POSTS).equals(BlueskyRepo.POSTS)) {
      throw PracticeXrpc.invalid(
          "Invalid $type: expected "
              + BlueskyRepo.POSTS
              + ", got "
              + record.path("$type").asText());
    }
    record.put("$type", BlueskyRepo.POSTS);
    List<BlueskyRecordRules.Shown> shown = rules.check(account, record);
    return new Write(account, rkey, record, cid(record), shown);
  }

  private static String cid(JsonNode record) {
    try {
      return Cid.ofRecord(record);
    } catch (IllegalArgumentException e) {
      throw PracticeXrpc.invalid("Invalid record: " + e.getMessage());
    }
  }

  /** The repository of the body, which must be the caller's own. */
  PracticeAccount own(Call call) {
    PracticeAccount account = sessions.require(call);
    if (sessions.repo(call.json().path("repo").asText()).id() != account.id()) {
      throw PracticeXrpc.refuse(401, "AuthenticationRequired", "Authentication Required");
    }
    if (!call.json().path("collection").asText().equals(BlueskyRepo.POSTS)) {
      throw PracticeXrpc.invalid(
          "The practice network keeps records of " + BlueskyRepo.POSTS + " alone");
    }
    return account;
  }

  static String uri(PracticeAccount account, String rkey) {
    return "at://" + account.remoteId() + "/" + BlueskyRepo.POSTS + "/" + rkey;
  }
}
