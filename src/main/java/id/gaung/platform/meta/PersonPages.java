package id.gaung.platform.meta;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.PlatformRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The Pages on which a person has a role, those of all answers. Pages that a business holds are
 * among them only with the permission {@code business_management} (changelog of v17.0).
 *
 * @param all empty where Meta did not list them
 * @param last the last answer
 */
record PersonPages(Optional<List<JsonNode>> all, HttpOutcome last) {

  private static final int PAGES = 10;
  private static final int PAGE = 100;

  /**
   * @param token of the person, long-lived
   */
  static PersonPages read(GraphApi api, String token, String fields) {
    List<JsonNode> all = new ArrayList<>();
    HttpOutcome last = api.send(request(api, token, fields, ""));
    for (int page = 0; page < PAGES; page++) {
      Optional<JsonNode> body = GraphApi.good(last).filter(one -> one.path("data").isArray());
      if (body.isEmpty()) {
        return new PersonPages(Optional.empty(), last);
      }
      body.get().path("data").forEach(all::add);
      JsonNode paging = body.get().path("paging");
      String after = paging.path("cursors").path("after").asText("");
      // The cursor of the last page leads to itself.
      boolean more = paging.hasNonNull("next") || body.get().path("data").size() >= PAGE;
      if (after.isEmpty() || !more) {
        break;
      }
      last = api.send(request(api, token, fields, after));
    }
    return new PersonPages(Optional.of(all), last);
  }

  private static PlatformRequest request(GraphApi api, String token, String fields, String after) {
    PlatformRequest request =
        api.get(token, "/me/accounts").query("fields", fields).query("limit", String.valueOf(PAGE));
    return after.isEmpty() ? request : request.query("after", after);
  }
}
