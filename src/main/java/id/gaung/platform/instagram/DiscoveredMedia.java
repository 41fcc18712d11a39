package id.gaung.platform.instagram;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Access;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.meta.GraphApi;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The posts of an account that is looked at by its name, newest first, a page at a time. */
final class DiscoveredMedia {

  private static final int PAGE = 50;

  /** So many back at most: a post is measured for weeks, and nobody posts more in that time. */
  private static final int PAGES = 6;

  private static final String FIELDS = "id,permalink,like_count,comments_count";

  /** Told of other accounts alone, by newer versions. */
  private static final String VIEWS = "view_count";

  private final GraphApi api;

  /** Until the network says that it has no such field: then it is not asked for any more. */
  private volatile boolean asksViews = true;

  DiscoveredMedia(GraphApi api) {
    this.api = api;
  }

  /** What is asked of an account by its name. */
  static String named(Access access, String fields) {
    return "business_discovery.username(" + access.account().handle() + "){" + fields + "}";
  }

  /**
   * @param found the posts by their codes, as far as they were listed
   * @return the last answer
   */
  Optional<HttpOutcome> find(Access access, Collection<String> codes, Map<String, JsonNode> found) {
    String after = "";
    Optional<HttpOutcome> last = Optional.empty();
    for (int page = 0; page < PAGES; page++) {
      HttpOutcome outcome = page(access, after);
      last = Optional.of(outcome);
      Optional<JsonNode> listed =
          GraphApi.good(outcome)
              .map(body -> body.path("business_discovery").path("media"))
              .filter(media -> media.path("data").isArray());
      if (listed.isEmpty()) {
        return last;
      }
      for (JsonNode media : listed.get().path("data")) {
        MediaAddresses.code(media.path("permalink").asText(""))
            .ifPresent(code -> found.put(code, media));
      }
      after = listed.get().path("paging").path("cursors").path("after").asText("");
      if (after.isEmpty() || found.keySet().containsAll(codes)) {
        return last;
      }
    }
    return last;
  }

  private HttpOutcome page(Access access, String after) {
    boolean views = asksViews;
    HttpOutcome outcome = asked(access, after, views);
    boolean unknown =
        views
            && GraphApi.error(outcome).filter(error -> error.message().contains(VIEWS)).isPresent();
    if (!unknown) {
      return outcome;
    }
    asksViews = false;
    return asked(access, after, false);
  }

  private HttpOutcome asked(Access access, String after, boolean views) {
    String media =
        "media"
            + (after.isEmpty() ? "" : ".after(" + after + ")")
            + ".limit("
            + PAGE
            + "){"
            + FIELDS
            + (views ? "," + VIEWS : "")
            + "}";
    return api.fields(GraphApi.token(access), Discovery.office(access), named(access, media));
  }
}
