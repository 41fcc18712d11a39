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
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;

/** The posts of an account, newest first, a page at a time. */
final class GraphListing {

  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxx", Locale.ROOT);

  private static final int MAX_PAGE = 100;

  private final PracticePostDao posts;
  private final Clock clock;

  GraphListing(Jdbi jdbi, Clock clock) {
    this.clock = clock;
    posts = jdbi.onDemand(PracticePostDao.class);
  }

  /** As Graph hosts write it, without a colon in the zone. */
  static String time(Instant at) {
    return TIMESTAMP.format(at.atOffset(ZoneOffset.UTC));
  }

  /**
   * @param object a post with every field it can have
   * @param type for the message about one that it cannot have
   */
  Answer page(
      Call call, PracticeAccount account, Function<PracticePost, ObjectNode> object, String type) {
    Instant now = clock.instant();
    List<PracticePost> page =
        posts.list(
            account.id(),
            0,
            cursor(call),
            time(call, "since").orElse(Instant.EPOCH),
            time(call, "until").filter(until -> until.isBefore(now)).orElse(now),
            now,
            limit(call));
    ObjectNode answer = PracticeJson.object();
    ArrayNode data = answer.putArray("data");
    page.forEach(post -> data.add(GraphFields.pick(call, object.apply(post), type)));
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
