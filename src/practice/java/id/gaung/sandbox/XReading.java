package id.gaung.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** Posts by their ids, an account's own posts, and the account itself. */
final class XReading {

  private static final int MOST = 100;
  private static final int FEWEST = 5;
  private static final String TOKEN = "7140d";

  private final AccountDao accounts;
  private final PracticePostDao posts;
  private final SandboxFaults faults;
  private final Clock clock;
  private final XSignIn login;
  private final XRateLimits limits;
  private final XEntities entities;

  XReading(Jdbi jdbi, Clock clock, XSignIn login, XRateLimits limits, XEntities entities) {
    this.clock = clock;
    this.login = login;
    this.limits = limits;
    this.entities = entities;
    accounts = jdbi.onDemand(AccountDao.class);
    posts = jdbi.onDemand(PracticePostDao.class);
    faults = new SandboxFaults(jdbi, clock);
  }

  void register(Router router) {
    router.get("/2/tweets", Purpose.READ, this::byId);
    router.get("/2/users/me", Purpose.READ, this::me);
    router.get("/2/users/{id}/tweets", Purpose.READ, this::timeline);
  }

  private boolean isOld(PracticeAccount caller) {
    return faults
        .strike(FaultKind.OLD_NAMES, XServer.NETWORK, Optional.of(caller.id()), Purpose.READ)
        .isPresent();
  }

  private static Set<String> fields(Call call) {
    return listed(call.param("post.fields").or(() -> call.param("tweet.fields")).orElse(""));
  }

  private static Set<String> listed(String fields) {
    return Set.copyOf(Arrays.asList(fields.split(",", -1)));
  }

  /** Those that are gone stand among the errors; where nothing is left there is no data. */
  private Answer byId(Call call) {
    PracticeAccount caller = login.require(call, Purpose.READ, "tweet.read");
    limits.take(call, caller, "lookup", 5000);
    List<String> ids = Arrays.asList(call.param("ids").orElse("").split(",", -1));
    if (ids.size() > MOST || ids.stream().anyMatch(id -> !id.matches("\\d{1,19}"))) {
      throw XProblems.invalid("ids", "The `ids` query parameter value is not valid.");
    }
    boolean old = isOld(caller);
    ArrayNode data = PracticeJson.array();
    ArrayNode errors = PracticeJson.array();
    for (String id : ids) {
      posts
          .find(XServer.NETWORK, id, clock.instant())
          .ifPresentOrElse(
              post -> data.add(entity(post, List.of(), fields(call), old)),
              () -> errors.add(XProblems.notFound(id)));
    }
    ObjectNode body = PracticeJson.object();
    if (!data.isEmpty()) {
      body.set("data", data);
    }
    if (!errors.isEmpty()) {
      body.set("errors", errors);
    }
    return Answer.json(body);
  }

  private ObjectNode entity(
      PracticePost post, List<PostPicture> shown, Set<String> fields, boolean old) {
    return entities.post(post, accounts.find(post.accountId()).orElseThrow(), shown, fields, old);
  }

  private Answer me(Call call) {
    PracticeAccount caller = login.require(call, Purpose.READ, "users.read");
    limits.take(call, caller, "me", 75);
    Set<String> fields = listed(call.param("user.fields").orElse(""));
    long count = posts.countLive(caller.id(), clock.instant());
    ObjectNode user = entities.user(caller, fields, count, isOld(caller));
    return Answer.json(PracticeJson.object().set("data", user));
  }

  private Answer timeline(Call call) {
    PracticeAccount caller = login.require(call, Purpose.READ, "tweet.read");
    limits.take(call, caller, "timeline", 900);
    PracticeAccount author =
        accounts
            .findByRemoteId(XServer.NETWORK, call.in("id"))
            .orElseThrow(() -> XProblems.missing(call.in("id")));
    int most = number(call.param("max_results").orElse("10"));
    if (most < FEWEST || most > MOST) {
      throw XProblems.invalid("max_results", "The `max_results` must be between 5 and 100.");
    }
    Instant now = clock.instant();
    long after = call.param("since_id").map(XReading::id).orElse(0L);
    long before =
        call.param("pagination_token")
            .filter(token -> token.startsWith(TOKEN))
            .map(token -> id(token.substring(TOKEN.length())))
            .orElse(Long.MAX_VALUE);
    List<PracticePost> page =
        posts.list(author.id(), 0, before, start(call), now, now, most).stream()
            .filter(post -> id(post.remoteId()) > after)
            .toList();
    return Answer.json(page(page, most, fields(call), isOld(caller)));
  }

  private ObjectNode page(List<PracticePost> page, int most, Set<String> fields, boolean old) {
    ObjectNode body = PracticeJson.object();
    if (!page.isEmpty()) {
      Map<Long, List<PostPicture>> shown =
          posts.pictures(page.stream().map(PracticePost::id).toList()).stream()
              .collect(Collectors.groupingBy(PostPicture::postId));
      ArrayNode data = body.putArray("data");
      page.forEach(
          post -> data.add(entity(post, shown.getOrDefault(post.id(), List.of()), fields, old)));
    }
    ObjectNode meta = body.putObject("meta").put("result_count", page.size());
    if (page.size() == most) {
      meta.put("next_token", TOKEN + page.get(most - 1).id());
    }
    return body;
  }

  private static Instant start(Call call) {
    try {
      return call.param("start_time").map(Instant::parse).orElse(Instant.EPOCH);
    } catch (DateTimeException none) {
      throw XProblems.invalid("start_time", "The `start_time` is not a time.");
    }
  }

  private static int number(String text) {
    return text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
  }

  private static long id(String text) {
    return text.matches("\\d{1,18}") || text.matches("[0-8]\\d{18}") ? Long.parseLong(text) : 0;
  }
}
