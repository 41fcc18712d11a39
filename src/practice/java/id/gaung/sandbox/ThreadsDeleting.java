package id.gaung.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;

/** Threads' deleting of posts, of which there are a hundred in any 24 hours. */
final class ThreadsDeleting {

  private static final int DAILY_DELETES = 100;
  private static final Duration DAY = Duration.ofDays(1);

  private final PracticePostDao posts;
  private final Clock clock;
  private final GraphAccess access;
  private final boolean enforceLimits;

  ThreadsDeleting(SandboxConfig config, Jdbi jdbi, Clock clock, GraphAccess access) {
    this.clock = clock;
    this.access = access;
    enforceLimits = config.enforceLimits();
    posts = jdbi.onDemand(PracticePostDao.class);
  }

  void register(Router router) {
    router.add("DELETE", "/{id}", Purpose.CHANGE, this::delete);
  }

  private Answer delete(Call call) {
    PracticeAccount account = access.caller(call, ThreadsServer.DELETE);
    Instant now = clock.instant();
    String id = call.in("id");
    PracticePost post =
        posts
            .find(ThreadsServer.NETWORK, id, now)
            .filter(found -> found.accountId() == account.id())
            .orElseThrow(() -> GraphErrors.missingObject(id));
    if (enforceLimits && posts.countDeleted(account.id(), now.minus(DAY)) >= DAILY_DELETES) {
      throw GraphErrors.refuse(
          9, 0, "(#9) The account reached the maximum number of deletions in 24 hours.");
    }
    posts.delete(post.id(), now);
    return Answer.json(PracticeJson.object().put("success", true).put("deleted_id", id));
  }
}
