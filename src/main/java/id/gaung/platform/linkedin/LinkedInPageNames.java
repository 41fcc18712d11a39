package id.gaung.platform.linkedin;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Access;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Connecting.Option;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What pages are called. A page that may not be read keeps its number as its name. */
final class LinkedInPageNames {

  private static final String COMPANY = "company/";

  /** So many ids make no address too long. */
  private static final int BATCH = 50;

  private final LinkedInApi api;

  LinkedInPageNames(LinkedInApi api) {
    this.api = api;
  }

  /** Those that LinkedIn tells, by their numbers: of one that it refuses the others are told. */
  Map<String, Option> of(Access person, List<String> ids) {
    Map<String, Option> named = new HashMap<>();
    for (int from = 0; from < ids.size(); from += BATCH) {
      List<String> some = ids.subList(from, Math.min(ids.size(), from + BATCH));
      String path = "/rest/organizations?ids=List(" + String.join(",", some) + ")";
      JsonNode results =
          LinkedInAnswers.good(api.get(person, path))
              .map(body -> body.path("results"))
              .orElseGet(AnswerJson::object);
      some.forEach(id -> named.put(id, option(id, results.path(id))));
    }
    return named;
  }

  private static Option option(String id, JsonNode page) {
    String handle =
        AnswerJson.text(page, "vanityName")
            .filter(name -> name.matches("[\\p{L}\\p{N}_-]{2,100}"))
            .orElse(id);
    String name = AnswerJson.text(page, "localizedName").orElse(handle);
    return new Option(id, name, COMPANY + handle, Optional.empty());
  }

  /** Its number leads to it as well: {@code linkedin.com/company/NUMBER}. */
  static Option unnamed(String id) {
    return new Option(id, id, COMPANY + id, Optional.empty());
  }
}
