package id.gaung.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * Statuses scheduled on the server (methods/scheduled_statuses). One is a post whose time has not
 * come: nothing has to fire, it simply becomes visible, under an id that the scheduled one does not
 * tell.
 */
final class MastodonScheduled {

  private final PracticePostDao posts;
  private final Clock clock;
  private final MastodonSignIn login;
  private final MastodonLimits limits;

  MastodonScheduled(Jdbi jdbi, Clock clock, MastodonSignIn login, MastodonLimits limits) {
    this.clock = clock;
    this.login = login;
    this.limits = limits;
    posts = jdbi.onDemand(PracticePostDao.class);
  }

  void register(Router router) {
    router.get("/api/v1/scheduled_statuses", Purpose.READ, this::list);
    router.get("/api/v1/scheduled_statuses/{id}", Purpose.READ, this::show);
    router.add("DELETE", "/api/v1/scheduled_statuses/{id}", Purpose.CHANGE, this::cancel);
  }

  static ObjectNode entity(String id, String text, Instant at) {
    ObjectNode entity =
        PracticeJson.object().put("id", id).put("scheduled_at", MastodonEntities.time(at));
    entity.putObject("params").put("text", text);
    entity.putArray("media_attachments");
    return entity;
  }

  private Answer list(Call call) {
    ArrayNode list = PracticeJson.array();
    waiting(call, "read:statuses").forEach(post -> list.add(entity(post)));
    return Answer.json(list);
  }

  private Answer show(Call call) {
    return Answer.json(entity(find(call, "read:statuses")));
  }

  private Answer cancel(Call call) {
    posts.delete(find(call, "write:statuses").id(), clock.instant());
    return Answer.json(PracticeJson.object());
  }

  private PracticePost find(Call call, String scope) {
    return waiting(call, scope).stream()
        .filter(post -> Long.toString(post.id()).equals(call.in("id")))
        .findFirst()
        .orElseThrow(MastodonErrors::notFound);
  }

  private List<PracticePost> waiting(Call call, String scope) {
    PracticeAccount account = login.require(call, scope).account();
    limits.call(call);
    return posts.listScheduled(account.id(), clock.instant());
  }

  private static ObjectNode entity(PracticePost post) {
    return entity(Long.toString(post.id()), post.text(), post.createdAt());
  }
}
