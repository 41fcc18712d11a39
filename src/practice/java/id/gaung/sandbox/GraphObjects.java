package id.gaung.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;

/** A network's objects as they are read: an account, a container, a post, an account's posts. */
final class GraphObjects {

  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxx", Locale.ROOT);

  private static final int MAX_PAGE = 100;

  private final GraphDialect dialect;
  private final PracticePostDao posts;
  private final CalledPosts called;
  private final Clock clock;
  private final GraphAccess access;
  private final Shapes shapes;

  /**
   * How each looks with every field it can have.
   *
   * @param list where an account's posts are, behind the account's path
   * @param container of that id, if the account has one
   * @param looked what is asked of another account in the fields, if anything is
   */
  record Shapes(
      String list,
      Function<PracticeAccount, ObjectNode> account,
      BiFunction<String, PracticeAccount, Optional<ObjectNode>> container,
      BiFunction<Call, PracticeAccount, Optional<ObjectNode>> looked,
      BiFunction<CalledPosts.Pictured, PracticeAccount, ObjectNode> post) {}

  GraphObjects(GraphDialect dialect, Jdbi jdbi, Clock clock, GraphAccess access, Shapes shapes) {
    this.dialect = dialect;
    this.clock = clock;
    this.access = access;
    this.shapes = shapes;
    posts = jdbi.onDemand(PracticePostDao.class);
    called = new CalledPosts(dialect.network(), jdbi, clock);
  }

  /** Last of all routes: it takes any single name. */
  void register(Router router) {
    router.get(
        "/{id}" + shapes.list(), Purpose.READ, call -> list(call, dialect.basic(), posts::list));
    router.get("/{id}", Purpose.READ, this::object);
  }

  /** Where what the account has answered is listed, which stands in no list of its posts. */
  void registerAnswers(Router router, String path, String permission) {
    router.get("/{id}" + path, Purpose.READ, call -> list(call, permission, posts::answers));
  }

  /** A page of posts, as {@link PracticePostDao#list}. */
  private interface Listed {
    List<PracticePost> page(
        long accountId,
        long afterId,
        long beforeId,
        Instant since,
        Instant until,
        Instant now,
        int limit);
  }

  /** As Graph hosts write it, without a colon in the zone. */
  static String time(Instant at) {
    return TIMESTAMP.format(at.atOffset(ZoneOffset.UTC));
  }

  private Answer object(Call call) {
    PracticeAccount caller = access.caller(call, dialect.basic());
    String id = call.in("id");
    if (GraphAccess.isOwn(id, caller)) {
      Optional<ObjectNode> looked = shapes.looked().apply(call, caller);
      if (looked.isPresent()) {
        return Answer.json(looked.get());
      }
      return picked(call, shapes.account().apply(caller), "User");
    }
    Optional<PracticePost> post =
        called.find(call, id).filter(found -> found.accountId() == caller.id());
    if (post.isPresent()) {
      return picked(call, shapes.post().apply(called.with(call, post.get()), caller), "Media");
    }
    return shapes
        .container()
        .apply(id, caller)
        .map(container -> picked(call, container, "Container"))
        .orElseThrow(() -> GraphErrors.missingObject(id));
  }

  private Answer picked(Call call, ObjectNode whole, String type) {
    return Answer.json(GraphFields.pick(call, whole, dialect.network().label() + type));
  }

  /** Newest first, a page at a time. */
  private Answer list(Call call, String permission, Listed listed) {
    PracticeAccount account = access.own(call, permission);
    Instant now = clock.instant();
    List<PracticePost> page =
        listed.page(
            account.id(),
            0,
            cursor(call),
            time(call, "since").orElse(Instant.EPOCH),
            time(call, "until").filter(until -> until.isBefore(now)).orElse(now),
            now,
            limit(call));
    ObjectNode answer = PracticeJson.object();
    ArrayNode data = answer.putArray("data");
    called
        .with(page)
        .forEach(
            post ->
                data.add(
                    GraphFields.pick(
                        call,
                        shapes.post().apply(post, account),
                        dialect.network().label() + "Media")));
    if (!page.isEmpty()) {
      answer
          .putObject("paging")
          .putObject("cursors")
          .put("before", Long.toString(page.get(0).id()))
          .put("after", Long.toString(page.get(page.size() - 1).id()));
    }
    return Answer.json(answer);
  }

  private static long cursor(Call call) {
    try {
      return Long.parseLong(call.param("after").orElse(Long.toString(Long.MAX_VALUE)));
    } catch (NumberFormatException e) {
      throw GraphErrors.parameter("Invalid cursor");
    }
  }

  private static int limit(Call call) {
    try {
      return Math.max(1, Math.min(MAX_PAGE, Integer.parseInt(call.param("limit").orElse("25"))));
    } catch (NumberFormatException e) {
      throw GraphErrors.parameter("Param limit must be a number");
    }
  }

  /** Seconds since 1970, or ISO 8601. */
  private static Optional<Instant> time(Call call, String param) {
    return call.param(param)
        .map(
            text -> {
              try {
                return text.matches("\\d+")
                    ? Instant.ofEpochSecond(Long.parseLong(text))
                    : OffsetDateTime.parse(text).toInstant();
              } catch (DateTimeException | NumberFormatException e) {
                throw GraphErrors.parameter("Param " + param + " must be a UNIX time");
              }
            });
  }
}
