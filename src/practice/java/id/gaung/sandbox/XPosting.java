package id.gaung.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/** POST and DELETE /2/tweets. There is no key against duplicates, only a look at the text. */
final class XPosting {

  private static final Set<String> KNOWN =
      Set.of("text", "media", "made_with_ai", "paid_partnership", "reply_settings", "reply");

  /** Snowflakes count from here. */
  private static final long EPOCH = 1_288_834_974_657L;

  /** How long the same text is a duplicate; X does not say. */
  private static final Duration SAME = Duration.ofHours(24);

  private static final int MAX_WEIGHT = 280;
  private static final int NEWEST = 200;

  private final Jdbi jdbi;
  private final AccountDao accounts;
  private final PracticePostDao posts;
  private final SettingDao settings;
  private final SandboxFaults faults;
  private final Clock clock;
  private final XSignIn login;
  private final XRateLimits limits;
  private final XEntities entities;
  private final XUploads uploads;

  XPosting(
      Jdbi jdbi,
      Clock clock,
      XSignIn login,
      XRateLimits limits,
      XEntities entities,
      XUploads uploads) {
    this.jdbi = jdbi;
    this.clock = clock;
    this.login = login;
    this.limits = limits;
    this.entities = entities;
    this.uploads = uploads;
    accounts = jdbi.onDemand(AccountDao.class);
    posts = jdbi.onDemand(PracticePostDao.class);
    settings = jdbi.onDemand(SettingDao.class);
    faults = new SandboxFaults(jdbi, clock);
  }

  void register(Router router) {
    router.post("/2/tweets", Purpose.PUBLISH, this::post);
    router.add("DELETE", "/2/tweets/{id}", Purpose.CHANGE, this::delete);
  }

  private Answer post(Call call) {
    PracticeAccount account = login.require(call, Purpose.PUBLISH, "tweet.write");
    limits.take(call, account, "post", 100);
    String text = checked(call.json());
    return jdbi.inTransaction(
        transaction -> {
          accounts.lock(account.id());
          List<PracticeMedia> shown = shown(call.json().path("media"), account);
          if (text.isEmpty() && shown.isEmpty()) {
            throw XProblems.invalid("text", "The text is empty.");
          }
          checkParent(call.json().path("reply"), account);
          if (isDuplicate(account, text)) {
            throw XProblems.mayNot("You are not allowed to create a Tweet with duplicate content.");
          }
          return created(account, text, shown, said(call.json()));
        });
  }

  private static String checked(JsonNode asked) {
    asked
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!KNOWN.contains(name)) {
                throw XProblems.invalid(name, "The field is not allowed.");
              }
            });
    String text = asked.path("text").asText("").strip();
    if (XLinks.weight(text) > MAX_WEIGHT) {
      throw XProblems.mayNot("Your Tweet text is too long.");
    }
    if (text.split("\\$[A-Z]", -1).length > 2) {
      throw XProblems.mayNot("A post may have a maximum of one cashtag.");
    }
    return text;
  }

  private List<PracticeMedia> shown(JsonNode media, PracticeAccount account) {
    List<PracticeMedia> shown = new ArrayList<>();
    media.path("media_ids").forEach(id -> shown.add(uploads.ready(account, id.asText())));
    if (shown.size() > 4 || (shown.size() > 1 && shown.stream().anyMatch(PracticeMedia::isVideo))) {
      throw XProblems.invalid("media.media_ids", "A post holds four photos or one video.");
    }
    return shown;
  }

  private boolean isDuplicate(PracticeAccount account, String text) {
    Instant now = clock.instant();
    return !text.isEmpty()
        && posts
            .list(account.id(), 0, Long.MAX_VALUE, now.minus(SAME), now, now.plus(SAME), NEWEST)
            .stream()
            .anyMatch(post -> post.text().equals(text));
  }

  /** Only the account's own posts may be answered here. */
  private void checkParent(JsonNode reply, PracticeAccount account) {
    boolean there =
        reply.isMissingNode()
            || posts
                .find(
                    XServer.NETWORK, reply.path("in_reply_to_tweet_id").asText(""), clock.instant())
                .filter(post -> post.accountId() == account.id())
                .isPresent();
    if (!there) {
      throw XProblems.mayNot(
          "You attempted to reply to a Tweet that is deleted or not visible to you.");
    }
  }

  /** What is said beside the text. */
  private static ObjectNode said(JsonNode asked) {
    ObjectNode said = PracticeJson.object();
    String parent = asked.path("reply").path(XEntities.PARENT).asText("");
    if (!parent.isEmpty()) {
      said.put(XEntities.PARENT, parent);
    }
    for (String name : List.of("made_with_ai", "paid_partnership")) {
      if (asked.path(name).asBoolean(false)) {
        said.put(name, true);
      }
    }
    return said;
  }

  private Answer created(
      PracticeAccount account, String text, List<PracticeMedia> shown, ObjectNode said) {
    Instant now = clock.instant();
    String id =
        Long.toString((now.toEpochMilli() - EPOCH) << 22 | (settings.nextNumber() & 0x3fffff));
    Duration lag = strike(FaultKind.INDEX_LAG, account).map(Fault::millis).orElse(Duration.ZERO);
    long post =
        posts.create(
            new NewPost(
                account.id(),
                id,
                id,
                "",
                text,
                PracticeJson.write(said),
                "",
                "Gaung",
                now,
                now.plus(lag)));
    for (int i = 0; i < shown.size(); i++) {
      posts.attach(post, i, shown.get(i).id(), shown.get(i).alt());
    }
    PracticePost made = posts.find(XServer.NETWORK, id, now).orElseThrow();
    ObjectNode entity =
        entities.post(made, account, posts.pictures(List.of(post)), Set.of(), false);
    return Answer.json(201, PracticeJson.object().set("data", entity));
  }

  private Optional<Fault> strike(FaultKind kind, PracticeAccount account) {
    return faults.strike(kind, XServer.NETWORK, Optional.of(account.id()), Purpose.PUBLISH);
  }

  private Answer delete(Call call) {
    PracticeAccount account = login.require(call, Purpose.CHANGE, "tweet.write");
    limits.take(call, account, "delete", 50);
    Instant now = clock.instant();
    String id = call.in("id");
    PracticePost post =
        posts.find(XServer.NETWORK, id, now).orElseThrow(() -> XProblems.missing(id));
    if (post.accountId() != account.id()) {
      throw XProblems.mayNot("You are not authorized to delete this Tweet.");
    }
    posts.delete(post.id(), now);
    ObjectNode deleted = PracticeJson.object().put("deleted", true);
    return Answer.json(PracticeJson.object().set("data", deleted));
  }
}
