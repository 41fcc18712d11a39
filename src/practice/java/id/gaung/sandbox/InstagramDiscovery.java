package id.gaung.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;

/**
 * The account as Facebook Login shows it, and through it any other one by its name
 * (business-discovery).
 */
final class InstagramDiscovery {

  private static final Pattern ASKED =
      Pattern.compile("business_discovery\\.username\\(([^)]+)\\)\\{(.*)}");

  private static final Pattern MEDIA =
      Pattern.compile("media(?:\\.after\\((\\d+)\\))?(?:\\.limit\\((\\d+)\\))?\\{([^}]*)}");

  private static final Set<String> MEDIA_FIELDS =
      Set.of(
          "id",
          "permalink",
          "timestamp",
          "caption",
          "like_count",
          "comments_count",
          "media_type",
          "media_product_type",
          "media_url",
          "username");

  /** Fields of the account that only the network's own login has. */
  private static final List<String> OWN = List.of("user_id", "account_type");

  private final AccountDao accounts;
  private final PracticePostDao posts;
  private final CalledPosts called;
  private final Clock clock;
  private final Function<PracticeAccount, ObjectNode> account;
  private final BiFunction<CalledPosts.Pictured, PracticeAccount, ObjectNode> media;

  InstagramDiscovery(
      Jdbi jdbi,
      Clock clock,
      Function<PracticeAccount, ObjectNode> account,
      BiFunction<CalledPosts.Pictured, PracticeAccount, ObjectNode> media) {
    this.clock = clock;
    this.account = account;
    this.media = media;
    accounts = jdbi.onDemand(AccountDao.class);
    posts = jdbi.onDemand(PracticePostDao.class);
    called = new CalledPosts(InstagramServer.NETWORK, jdbi, clock);
  }

  /** Empty where the call is one of the network's own login. */
  Optional<ObjectNode> looked(Call call, PracticeAccount caller) {
    if (!call.path().startsWith("/page/")) {
      return Optional.empty();
    }
    Matcher asked = ASKED.matcher(call.param("fields").orElse(""));
    if (!asked.matches()) {
      ObjectNode own = account.apply(caller).put("id", caller.remoteId());
      own.remove(OWN);
      return Optional.of(GraphFields.pick(call, own, "IGUser"));
    }
    PracticeAccount other =
        accounts
            .findByHandle(InstagramServer.NETWORK, asked.group(1).toLowerCase(Locale.ROOT))
            .orElseThrow(() -> GraphErrors.refuse(110, 2207013, "Invalid user id"));
    ObjectNode answer = PracticeJson.object();
    answer.set("business_discovery", discovered(other, asked.group(2)));
    return Optional.of(answer.put("id", caller.remoteId()));
  }

  private ObjectNode discovered(PracticeAccount other, String fields) {
    ObjectNode whole = account.apply(other).put("id", other.remoteId());
    ObjectNode found = PracticeJson.object();
    Matcher list = MEDIA.matcher(fields);
    String plain = fields;
    if (list.find()) {
      found.set("media", media(other, list));
      plain = list.replaceFirst("");
    }
    for (String field : plain.split(",", -1)) {
      if (!field.isBlank()) {
        found.set(field.trim(), known(whole, field.trim(), "IGUser"));
      }
    }
    return found.put("id", other.remoteId());
  }

  private static JsonNode known(ObjectNode whole, String field, String type) {
    if (!whole.has(field)) {
      throw GraphErrors.parameter(
          "Tried accessing nonexisting field (" + field + ") on node type (" + type + ")");
    }
    return whole.path(field);
  }

  private ObjectNode media(PracticeAccount other, Matcher asked) {
    Instant now = clock.instant();
    long before = Optional.ofNullable(asked.group(1)).map(Long::parseLong).orElse(Long.MAX_VALUE);
    int limit = Optional.ofNullable(asked.group(2)).map(Integer::parseInt).orElse(25);
    List<PracticePost> page =
        posts.list(other.id(), 0, before, Instant.EPOCH, now, now, Math.min(50, limit));
    ObjectNode list = PracticeJson.object();
    ArrayNode data = list.putArray("data");
    for (CalledPosts.Pictured post : called.with(page)) {
      ObjectNode whole = media.apply(post, other);
      whole.retain(MEDIA_FIELDS);
      ObjectNode shown = data.addObject();
      for (String field : asked.group(3).split(",", -1)) {
        shown.set(field.trim(), known(whole, field.trim(), "IGMedia"));
      }
    }
    if (page.size() == Math.min(50, limit)) {
      list.putObject("paging")
          .putObject("cursors")
          .put("after", Long.toString(page.get(page.size() - 1).id()));
    }
    return list;
  }
}
