package id.gaung.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Jdbi;

/**
 * An account's comments under its own posts, as Meta's networks take and list them. They are kept
 * beside the posts and stand in none of their lists.
 */
final class CommentDoors {

  /** Said of a comment and of a part of a thread, before all else: under which post it stands. */
  static final String UNDER = "comment_on";

  private static final int MOST = 8_000;
  private static final int MOST_OTHERS = 3;

  private final String text;
  private final String time;
  private final String permission;
  private final BiFunction<Call, String, PracticeAccount> caller;
  private final Jdbi jdbi;
  private final PracticePostDao posts;
  private final SettingDao numbers;
  private final AccountDao accounts;
  private final Clock clock;

  /**
   * @param text the field that holds a comment's words
   * @param time the field that says when it came
   * @param permission without which nothing is taken
   * @param caller whose token a call carries
   */
  CommentDoors(
      String text,
      String time,
      String permission,
      BiFunction<Call, String, PracticeAccount> caller,
      Jdbi jdbi,
      Clock clock) {
    this.text = text;
    this.time = time;
    this.permission = permission;
    this.caller = caller;
    this.jdbi = jdbi;
    this.clock = clock;
    posts = jdbi.onDemand(PracticePostDao.class);
    numbers = jdbi.onDemand(SettingDao.class);
    accounts = jdbi.onDemand(AccountDao.class);
  }

  void register(Router router) {
    router.post("/{id}/comments", Purpose.PUBLISH, this::comment);
    router.get("/{id}/comments", Purpose.READ, this::list);
  }

  private PracticePost post(Call call, PracticeAccount account) {
    return posts
        .find(account.network(), call.in("id"), clock.instant())
        .filter(found -> found.accountId() == account.id())
        .orElseThrow(() -> GraphErrors.missingObject(call.in("id")));
  }

  private Answer comment(Call call) {
    PracticeAccount account = caller.apply(call, permission);
    String message = call.param("message").orElse("");
    if (message.isBlank() || message.length() > MOST) {
      throw GraphErrors.parameter("Param message must be from 1 to 8000 characters long");
    }
    return jdbi.inTransaction(
        transaction -> {
          accounts.lock(account.id());
          PracticePost post = post(call, account);
          Instant now = clock.instant();
          String id = post.remoteId() + "_" + numbers.nextNumber();
          posts.create(
              new NewPost(
                  account.id(),
                  id,
                  id,
                  "",
                  message,
                  PracticeJson.write(PracticeJson.object().put(UNDER, post.remoteId())),
                  "",
                  "",
                  now,
                  now));
          return Answer.json(PracticeJson.object().put("id", id));
        });
  }

  /** A few of those whom the post's counts speak of. */
  private void others(ArrayNode data, PracticeAccount account, PracticePost post) {
    Instant now = clock.instant();
    long counted = EngagementModel.of(account, post, now).comments();
    for (int i = 1; i <= Math.min(MOST_OTHERS, counted); i++) {
      ObjectNode shown =
          data.addObject()
              .put("id", post.remoteId() + "_9" + i)
              .put(text, "Mau pesan, bisa?")
              .put(time, GraphObjects.time(post.createdAt()))
              .put("username", "warga" + i);
      shown.putObject("from").put("id", String.valueOf(i)).put("name", "Warga " + i);
    }
  }

  /** The oldest first, all on one page: there are few. */
  private Answer list(Call call) {
    PracticeAccount account = caller.apply(call, permission);
    PracticePost post = post(call, account);
    ObjectNode answer = PracticeJson.object();
    ArrayNode data = answer.putArray("data");
    String under = PracticeJson.write(PracticeJson.object().put(UNDER, post.remoteId()));
    others(data, account, post);
    List<PracticePost> comments = posts.comments(account.id(), under);
    for (PracticePost one : comments) {
      ObjectNode shown =
          data.addObject()
              .put("id", one.remoteId())
              .put(text, one.text())
              .put(time, GraphObjects.time(one.createdAt()))
              .put("username", account.handle());
      shown.putObject("from").put("id", account.remoteId()).put("name", account.displayName());
    }
    return Answer.json(answer);
  }
}
