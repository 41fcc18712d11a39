package id.gaung.platform.meta;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.kernel.Network;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Connecting;
import id.gaung.platform.Failure;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.PlatformRequest;
import id.gaung.platform.WebAddress;
import id.gaung.platform.meta.MetaLogin.LoginRefusals;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Facebook Login: a code becomes a token of the person, that one a token of 60 days, and with it
 * the Pages are listed, whose own tokens have no end (get-long-lived).
 */
public final class PersonLogin {

  private final GraphApi api;
  private final MetaApp app;
  private final Shape shape;
  private final Choice choice;
  private final LoginRefusals refusals;

  public PersonLogin(GraphApi api, MetaApp app, Shape shape, Choice choice) {
    this.api = api;
    this.app = app;
    this.shape = shape;
    this.choice = choice;
    this.refusals = new LoginRefusals(api, shape.network().label());
  }

  /**
   * What differs by network.
   *
   * @param web where a person agrees
   * @param graph where everything else is
   * @param version such as {@code v25.0}
   * @param needed the permissions without which nothing of what Gaung does works
   * @param wanted those that are asked for as well
   * @param fields what is asked of each Page
   */
  public record Shape(
      Network network,
      URI web,
      URI graph,
      String version,
      List<String> needed,
      List<String> wanted,
      String fields) {}

  /** What there is to choose among a person's Pages. */
  @FunctionalInterface
  public interface Choice {
    /**
     * @param pages as they came, those of all answers; none if the person has none
     * @param granted the permissions that the person gave
     */
    Connecting of(List<JsonNode> pages, Set<String> granted);
  }

  public boolean isComplete() {
    return app.isComplete();
  }

  /** As {@link MetaLogin#begin}. */
  public Connecting begin(URI callback, String state) {
    if (!app.isComplete()) {
      return refusals.notConfigured();
    }
    Map<String, String> query = new LinkedHashMap<>();
    query.put("client_id", app.id());
    query.put("redirect_uri", callback.toString());
    query.put("state", state);
    query.put(
        "scope",
        String.join(",", Stream.concat(shape.needed().stream(), shape.wanted().stream()).toList()));
    query.put("response_type", "code");
    return new Connecting.Redirect(
        WebAddress.of(shape.web(), "/" + shape.version() + "/dialog/oauth", query), Map.of());
  }

  /** As {@link MetaLogin#end}. */
  public Connecting end(String code, URI callback) {
    if (!app.isComplete()) {
      return refusals.notConfigured();
    }
    // Documented with secret and code in the query; the request never shows its query in a text.
    HttpOutcome answer =
        api.send(exchange().query("redirect_uri", callback.toString()).query("code", code));
    Optional<String> token = token(answer);
    return token.isEmpty() ? refusals.wrongIfRefused(answer) : lengthen(token.get());
  }

  private PlatformRequest exchange() {
    return PlatformRequest.get(shape.graph(), "/" + shape.version() + "/oauth/access_token")
        .query("client_id", app.id())
        .query("client_secret", app.secret());
  }

  private static Optional<String> token(HttpOutcome answer) {
    return GraphApi.good(answer).flatMap(body -> AnswerJson.text(body, GraphApi.ACCESS_TOKEN));
  }

  /** Of a short token the Pages' tokens would end with it. */
  private Connecting lengthen(String shortToken) {
    HttpOutcome answer =
        api.send(
            exchange()
                .query("grant_type", "fb_exchange_token")
                .query("fb_exchange_token", shortToken));
    Optional<String> token = token(answer);
    return token.isEmpty() ? refusals.wrongIfRefused(answer) : granted(token.get());
  }

  private Connecting granted(String token) {
    HttpOutcome answer = api.send(api.get(token, "/me/permissions"));
    Optional<JsonNode> data =
        GraphApi.good(answer).map(body -> body.path("data")).filter(JsonNode::isArray);
    if (data.isEmpty()) {
      return refusals.wrongIfRefused(answer);
    }
    Set<String> granted = new HashSet<>();
    for (JsonNode one : data.get()) {
      if (one.path("status").asText().equals("granted")) {
        granted.add(one.path("permission").asText());
      }
    }
    List<String> missing = shape.needed().stream().filter(one -> !granted.contains(one)).toList();
    if (!missing.isEmpty()) {
      return LoginRefusals.refused(Failure.notGranted(missing));
    }
    PersonPages pages = PersonPages.read(api, token, shape.fields());
    return pages
        .all()
        .map(all -> choice.of(all, granted))
        .orElseGet(() -> refusals.wrongIfRefused(pages.last()));
  }

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

    private static PlatformRequest request(
        GraphApi api, String token, String fields, String after) {
      PlatformRequest request =
          api.get(token, "/me/accounts")
              .query("fields", fields)
              .query("limit", String.valueOf(PAGE));
      return after.isEmpty() ? request : request.query("after", after);
    }
  }
}
