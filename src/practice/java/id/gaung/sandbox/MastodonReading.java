package id.gaung.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** Statuses and accounts as read, and the deletion of a status. */
final class MastodonReading {

  private static final int MAX_BATCH = 20;
  private static final int MAX_PAGE = 40;

  private final AccountDao accounts;
  private final PracticePostDao posts;
  private final Clock clock;
  private final MastodonSignIn login;
  private final MastodonLimits limits;
  private final MastodonEntities entities;
  private final URI base;

  MastodonReading(
      Jdbi jdbi,
      Clock clock,
      MastodonSignIn login,
      MastodonLimits limits,
      MastodonEntities entities,
      URI base) {
    this.clock = clock;
    this.login = login;
    this.limits = limits;
    this.entities = entities;
    this.base = base;
    accounts = jdbi.onDemand(AccountDao.class);
    posts = jdbi.onDemand(PracticePostDao.class);
  }

  void register(Router router) {
    router.get("/api/v1/accounts/verify_credentials", Purpose.READ, this::verify);
    router.get("/api/v1/accounts/lookup", Purpose.READ, this::lookUp);
    router.get("/api/v1/accounts/{id}", Purpose.READ, this::account);
    router.get("/api/v1/accounts/{id}/statuses", Purpose.READ, this::accountStatuses);
    router.get("/api/v1/statuses", Purpose.READ, this::batch);
    router.get("/api/v1/statuses/{id}", Purpose.READ, this::status);
    router.get("/api/v1/statuses/{id}/source", Purpose.READ, this::source);
    router.add("DELETE", "/api/v1/statuses/{id}", Purpose.CHANGE, this::delete);
  }

  private Answer verify(Call call) {
    PracticeAccount account = login.require(call, "read:accounts", "profile").account();
    limits.call(call);
    return Answer.json(entities.ownAccount(account));
  }

  private Answer lookUp(Call call) {
    limits.call(call);
    return accounts
        .findByHandle(MastodonServer.NETWORK, call.param("acct").orElse(""))
        .map(account -> Answer.json(entities.account(account)))
        .orElseThrow(MastodonErrors::notFound);
  }

  private Answer account(Call call) {
    login.callerIfAny(call, "read:accounts");
    limits.call(call);
    return Answer.json(entities.account(named(call)));
  }

  private PracticeAccount named(Call call) {
    return accounts
        .findByRemoteId(MastodonServer.NETWORK, call.in("id"))
        .orElseThrow(MastodonErrors::notFound);
  }

  private Answer accountStatuses(Call call) {
    Optional<PracticeAccount> caller = login.callerIfAny(call, "read:statuses");
    limits.call(call);
    PracticeAccount author = named(call);
    int limit = Math.max(1, Math.min(MAX_PAGE, number(call, "limit", 20)));
    Instant now = clock.instant();
    List<PracticePost> page =
        posts.list(
            author.id(),
            Math.max(bound(call, "since_id", 0), bound(call, "min_id", 0)),
            bound(call, "max_id", Long.MAX_VALUE),
            Instant.EPOCH,
            now,
            now,
            limit);
    List<PracticePost> visible = page.stream().filter(post -> isVisible(post, caller)).toList();
    Answer answer = Answer.json(list(visible));
    return page.size() < limit ? answer : answer.with("Link", next(author, page.get(limit - 1)));
  }

  private String next(PracticeAccount author, PracticePost last) {
    return "<"
        + base
        + "/api/v1/accounts/"
        + author.remoteId()
        + "/statuses?max_id="
        + last.remoteId()
        + ">; rel=\"next\"";
  }

  /** A status id as our own running number; the default where it names nothing. */
  private long bound(Call call, String param, long unknown) {
    return call.param(param)
        .flatMap(id -> posts.findByShortCode(MastodonServer.NETWORK, id, clock.instant()))
        .map(PracticePost::id)
        .orElse(unknown);
  }

  private Answer batch(Call call) {
    Optional<PracticeAccount> caller = login.callerIfAny(call, "read:statuses");
    limits.call(call);
    List<String> ids = call.params("id");
    if (ids.size() > MAX_BATCH) {
      throw MastodonErrors.invalid("Too many statuses requested");
    }
    List<PracticePost> found =
        ids.isEmpty() ? List.of() : posts.findIndexed(MastodonServer.NETWORK, ids, clock.instant());
    return Answer.json(list(found.stream().filter(post -> isVisible(post, caller)).toList()));
  }

  private ArrayNode list(List<PracticePost> found) {
    ArrayNode list = PracticeJson.array();
    if (!found.isEmpty()) {
      Map<Long, List<PostPicture>> pictures =
          posts.pictures(found.stream().map(PracticePost::id).toList()).stream()
              .collect(Collectors.groupingBy(PostPicture::postId));
      Map<Long, PracticeAccount> authors = new HashMap<>();
      Map<Long, ObjectNode> told = new HashMap<>();
      for (PracticePost post : found) {
        PracticeAccount author =
            authors.computeIfAbsent(post.accountId(), id -> accounts.find(id).orElseThrow());
        list.add(
            entities.status(
                post,
                author,
                told.computeIfAbsent(author.id(), id -> entities.account(author)),
                pictures.getOrDefault(post.id(), List.of())));
      }
    }
    return list;
  }

  private Answer status(Call call) {
    Optional<PracticeAccount> caller = login.callerIfAny(call, "read:statuses");
    limits.call(call);
    return Answer.json(entity(find(call, caller)));
  }

  private Answer source(Call call) {
    PracticeAccount caller = login.require(call, "read:statuses").account();
    limits.call(call);
    PracticePost post = own(call, caller);
    return Answer.json(
        PracticeJson.object()
            .put("id", post.remoteId())
            .put("text", post.text())
            .put(
                "spoiler_text",
                PracticeJson.readObject(post.recordJson()).path("spoiler_text").asText()));
  }

  private Answer delete(Call call) {
    PracticeAccount caller = login.require(call, "write:statuses").account();
    limits.call(call);
    limits.delete(call, caller);
    PracticePost post = own(call, caller);
    ObjectNode entity = entity(post).put("text", post.text());
    posts.delete(post.id(), clock.instant());
    return Answer.json(entity);
  }

  private PracticePost own(Call call, PracticeAccount caller) {
    PracticePost post = find(call, Optional.of(caller));
    if (post.accountId() != caller.id()) {
      throw MastodonErrors.notFound();
    }
    return post;
  }

  private PracticePost find(Call call, Optional<PracticeAccount> caller) {
    return posts
        .find(MastodonServer.NETWORK, call.in("id"), clock.instant())
        .filter(post -> isVisible(post, caller))
        .orElseThrow(MastodonErrors::notFound);
  }

  private ObjectNode entity(PracticePost post) {
    return entities.status(
        post, accounts.find(post.accountId()).orElseThrow(), posts.pictures(List.of(post.id())));
  }

  /** To its author always; to others if public or unlisted. */
  private static boolean isVisible(PracticePost post, Optional<PracticeAccount> caller) {
    String visibility = PracticeJson.readObject(post.recordJson()).path("visibility").asText();
    return caller.filter(account -> account.id() == post.accountId()).isPresent()
        || visibility.equals("public")
        || visibility.equals("unlisted");
  }

  private static int number(Call call, String param, int usual) {
    try {
      return Integer.parseInt(call.param(param).orElse(Integer.toString(usual)));
    } catch (NumberFormatException e) {
      return usual;
    }
  }
}
