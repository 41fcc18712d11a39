package id.gaung.sandbox;

import java.time.Clock;
import org.jdbi.v3.core.Jdbi;

/** Deleting a media, which Facebook Login alone may (instagram-media). */
final class InstagramDeleting {

  private final PracticePostDao posts;
  private final GraphAccess access;
  private final Clock clock;

  InstagramDeleting(Jdbi jdbi, Clock clock, GraphAccess access) {
    this.access = access;
    this.clock = clock;
    posts = jdbi.onDemand(PracticePostDao.class);
  }

  void register(Router router) {
    router.add("DELETE", "/{id}", Purpose.CHANGE, this::delete);
  }

  private Answer delete(Call call) {
    PracticeAccount account = access.caller(call, InstagramPages.DELETING);
    String id = call.in("id");
    PracticePost post =
        posts
            .find(InstagramServer.NETWORK, id, clock.instant())
            .filter(found -> found.accountId() == account.id())
            .orElseThrow(() -> GraphErrors.missingObject(id));
    posts.delete(post.id(), clock.instant());
    return Answer.json(PracticeJson.object().put("success", true).put("deleted_id", id));
  }
}
