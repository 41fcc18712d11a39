package id.gaung.platform.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.kernel.Network;
import id.gaung.platform.Access;
import id.gaung.platform.Account;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Connecting;
import id.gaung.platform.Connecting.Option;
import id.gaung.platform.Credentials;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.PlatformRequest;
import id.gaung.platform.meta.GraphApi;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The Pages on which a person has a role, and what the person may do on each. */
final class PageChoice {

  private static final int PAGES = 10;
  private static final String FIELDS = "id,name,username,access_token,tasks";
  private static final String TOKEN = "token.";
  private static final String HANDLE = "handle.";

  private final GraphApi api;
  private final FacebookConfig config;

  PageChoice(GraphApi api, FacebookConfig config) {
    this.api = api;
    this.config = config;
  }

  /** The Pages, or the answer that was none. */
  record Offer(Optional<Connecting> choice, HttpOutcome last) {
    Connecting orElseGet(Function<HttpOutcome, Connecting> otherwise) {
      return choice.orElseGet(() -> otherwise.apply(last));
    }
  }

  /**
   * @param token of the person, long-lived
   */
  Offer offer(String token) {
    List<Option> options = new ArrayList<>();
    Map<String, String> pending = new HashMap<>();
    String after = "";
    HttpOutcome last = api.send(request(token, after));
    for (int page = 0; page < PAGES; page++) {
      Optional<JsonNode> body = GraphApi.good(last).filter(one -> one.path("data").isArray());
      if (body.isEmpty()) {
        return new Offer(Optional.empty(), last);
      }
      body.get().path("data").forEach(one -> add(one, options, pending));
      after = PagePosts.next(body.get()).orElse("");
      if (after.isEmpty()) {
        break;
      }
      last = api.send(request(token, after));
    }
    return new Offer(Optional.of(new Connecting.Choice(options, pending)), last);
  }

  private PlatformRequest request(String token, String after) {
    PlatformRequest request =
        api.get(token, "/me/accounts").query("fields", FIELDS).query("limit", "100");
    return after.isEmpty() ? request : request.query("after", after);
  }

  private static void add(JsonNode page, List<Option> options, Map<String, String> pending) {
    String id = page.path("id").asText("");
    if (id.isEmpty() || options.stream().anyMatch(known -> known.id().equals(id))) {
      return;
    }
    String handle = AnswerJson.text(page, "username").orElse(id);
    Option option =
        new Option(
            id, AnswerJson.text(page, "name").orElse(handle), handle, PageTasks.against(page));
    options.add(option);
    if (option.isOpen()) {
      pending.put(TOKEN + id, page.path(GraphApi.ACCESS_TOKEN).asText());
      pending.put(HANDLE + id, handle);
    }
  }

  Connecting take(Map<String, String> pending, String id) {
    String token = pending.getOrDefault(TOKEN + id, "");
    if (token.isEmpty()) {
      return new Connecting.Refused(Failure.of(Kind.REJECTED, "NO_CHOICE", id));
    }
    Account account =
        new Account(
            Network.valueOf(FacebookNetwork.NAME),
            config.graph(),
            id,
            pending.getOrDefault(HANDLE + id, id),
            Map.of());
    // A Page's token has no end: it dies by a changed password, a lost role, a removed app.
    Credentials credentials =
        new Credentials(Map.of(GraphApi.ACCESS_TOKEN, token), Optional.empty(), Optional.empty());
    return new Connecting.Connected(new Access(account, credentials));
  }
}
