package id.gaung.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** A page's posts, what they count, and who follows it. */
final class LinkedInReading {

  private static final int MOST = 100;

  private final AccountDao accounts;
  private final PracticePostDao posts;
  private final Clock clock;
  private final LinkedInSignIn login;
  private final Duration delay;

  LinkedInReading(Jdbi jdbi, Clock clock, LinkedInSignIn login, Duration delay) {
    this.clock = clock;
    this.login = login;
    this.delay = delay;
    accounts = jdbi.onDemand(AccountDao.class);
    posts = jdbi.onDemand(PracticePostDao.class);
  }

  void register(Router router) {
    router.get("/rest/posts", Purpose.READ, this::several);
    router.get("/rest/posts/{urn}", Purpose.READ, this::one);
    router.get("/rest/organizationalEntityShareStatistics", Purpose.READ, this::statistics);
    router.get("/rest/networkSizes/{urn}", Purpose.READ, this::followers);
  }

  private Answer several(Call call) {
    return call.param("ids").isPresent() ? byName(call) : ofAuthor(call);
  }

  private Answer ofAuthor(Call call) {
    PracticeAccount page = login.page(call, LinkedInSignIn.READ, call.param("author").orElse(""));
    int start = number(call, "start", 0);
    int count = Math.min(MOST, number(call, "count", 10));
    Instant now = clock.instant();
    List<PracticePost> all =
        posts.list(page.id(), 0, Long.MAX_VALUE, Instant.EPOCH, now, now, start + count + 1);
    ObjectNode answer = PracticeJson.object();
    ArrayNode elements = answer.putArray("elements");
    all.stream().skip(start).limit(count).forEach(post -> elements.add(entity(page, post)));
    ArrayNode links =
        answer.putObject("paging").put("start", start).put("count", count).putArray("links");
    if (all.size() > start + count) {
      links.addObject().put("rel", "next").put("type", "application/json");
    }
    return Answer.json(answer);
  }

  private static int number(Call call, String name, int otherwise) {
    String text = call.param(name).orElse("");
    return text.matches("\\d{1,6}") ? Integer.parseInt(text) : otherwise;
  }

  private static ObjectNode entity(PracticeAccount page, PracticePost post) {
    ObjectNode kept = PracticeJson.readObject(post.recordJson());
    long at = post.createdAt().toEpochMilli();
    ObjectNode entity =
        PracticeJson.object()
            .put("id", post.remoteId())
            .put("author", "urn:li:organization:" + page.remoteId())
            .put("visibility", "PUBLIC")
            .put("lifecycleState", "PUBLISHED")
            .put("createdAt", at)
            .put("publishedAt", at)
            .put("lastModifiedAt", at)
            .put("isReshareDisabledByAuthor", false);
    entity.set("commentary", kept.path("commentary"));
    if (kept.path("content").isObject()) {
      entity.set("content", kept.path("content"));
    }
    entity.putObject("distribution").put("feedDistribution", "MAIN_FEED");
    return entity;
  }

  private Optional<PracticePost> find(String urn) {
    return posts.find(LinkedInServer.NETWORK, urn, clock.instant());
  }

  private PracticeAccount page(PracticePost post) {
    return accounts.find(post.accountId()).orElseThrow();
  }

  private Answer byName(Call call) {
    login.person(call, LinkedInSignIn.READ);
    ObjectNode answer = PracticeJson.object();
    ObjectNode results = answer.putObject("results");
    ObjectNode statuses = answer.putObject("statuses");
    ObjectNode errors = answer.putObject("errors");
    for (String urn : LinkedInLists.of(call, "ids")) {
      Optional<PracticePost> post = find(urn);
      statuses.put(urn, post.isPresent() ? 200 : 404);
      post.ifPresentOrElse(
          found -> results.set(urn, entity(page(found), found)),
          () -> errors.putObject(urn).put("status", 404).put("message", "Not found"));
    }
    return Answer.json(answer);
  }

  private Answer one(Call call) {
    login.person(call, LinkedInSignIn.READ);
    PracticePost post =
        find(call.in("urn")).orElseThrow(() -> LinkedInProblems.missing(call.in("urn")));
    return Answer.json(entity(page(post), post));
  }

  private Answer statistics(Call call) {
    PracticeAccount page =
        login.page(call, LinkedInSignIn.ADMIN, call.param("organizationalEntity").orElse(""));
    ObjectNode answer = PracticeJson.object();
    ArrayNode elements = answer.putArray("elements");
    add(call, page, "shares", "share", elements);
    add(call, page, "ugcPosts", "ugcPost", elements);
    return Answer.json(answer);
  }

  /** What is gone or counted nothing yet is left out; what is another page's spoils them all. */
  private void add(Call call, PracticeAccount page, String list, String kind, ArrayNode elements) {
    List<String> urns = LinkedInLists.of(call, list);
    for (int i = 0; i < urns.size(); i++) {
      Optional<PracticePost> post = find(urns.get(i));
      boolean wrong = !urns.get(i).startsWith("urn:li:" + kind + ":");
      if (wrong || post.filter(found -> found.accountId() != page.id()).isPresent()) {
        throw LinkedInProblems.mayNot(
            "Unpermitted fields present in PARAMETER: Data Processing Exception while processing"
                + " fields [/"
                + list
                + "["
                + i
                + "]]");
      }
      post.filter(found -> !clock.instant().isBefore(found.createdAt().plus(delay)))
          .ifPresent(found -> elements.add(counted(page, found, kind)));
    }
  }

  private ObjectNode counted(PracticeAccount page, PracticePost post, String kind) {
    PracticeEngagement counts = EngagementModel.of(page, post, clock.instant());
    long acts = counts.likes() + counts.comments() + counts.shares();
    ObjectNode element =
        PracticeJson.object()
            .put("organizationalEntity", "urn:li:organization:" + page.remoteId())
            .put(kind, post.remoteId());
    element
        .putObject("totalShareStatistics")
        .put("impressionCount", counts.views())
        .put("uniqueImpressionsCount", counts.reach())
        .put("clickCount", counts.reach() / 40)
        .put("likeCount", counts.likes())
        .put("commentCount", counts.comments())
        .put("shareCount", counts.shares())
        .put("engagement", counts.views() == 0 ? 0.0 : acts / (double) counts.views());
    return element;
  }

  private Answer followers(Call call) {
    PracticeAccount page = login.page(call, LinkedInSignIn.ADMIN, call.in("urn"));
    if (!call.param("edgeType").orElse("").equals("COMPANY_FOLLOWED_BY_MEMBER")) {
      throw LinkedInProblems.refuse(400, "ILLEGAL_ARGUMENT", 0, "edgeType is not valid");
    }
    return Answer.json(
        PracticeJson.object()
            .put("firstDegreeSize", EngagementModel.followers(page, clock.instant())));
  }
}
