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
import id.gaung.platform.meta.GraphApi;
import id.gaung.platform.meta.PageTasks;
import id.gaung.platform.meta.PersonLogin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The Pages on which a person has a role, and what the person may do on each. */
final class PageChoice {

  /** Without one of these nothing of what Gaung does works. */
  private static final List<String> NEEDED =
      List.of("pages_show_list", "pages_manage_posts", "pages_read_engagement", "read_insights");

  private static final String FIELDS = "id,name,username,access_token,tasks";
  private static final String TOKEN = "token.";
  private static final String HANDLE = "handle.";

  /** Of an account's traits: what the person gave together with the Page. */
  private static final String GRANTED = "granted";

  private final FacebookConfig config;

  PageChoice(FacebookConfig config) {
    this.config = config;
  }

  /** Whether the person gave the permission to comment; asked of nobody before it was wanted. */
  static boolean mayComment(Account account) {
    return Arrays.asList(account.traits().getOrDefault(GRANTED, "").split(" ", -1))
        .contains(FacebookConfig.COMMENTING);
  }

  List<String> lacking() {
    return config.app().lacking();
  }

  PersonLogin login(GraphApi api) {
    return new PersonLogin(
        api,
        config.app(),
        new PersonLogin.Shape(
            Network.valueOf(FacebookNetwork.NAME),
            config.web(),
            config.graph(),
            config.graphVersion(),
            NEEDED,
            config.wanted(),
            FIELDS),
        PageChoice::offer);
  }

  private static Connecting offer(List<JsonNode> pages, Set<String> granted) {
    List<Option> options = new ArrayList<>();
    Map<String, String> pending = new HashMap<>();
    pending.put(GRANTED, String.join(" ", granted.stream().sorted().toList()));
    pages.forEach(page -> add(page, options, pending));
    return new Connecting.Choice(options, pending);
  }

  private static void add(JsonNode page, List<Option> options, Map<String, String> pending) {
    String id = page.path("id").asText("");
    if (id.isEmpty() || options.stream().anyMatch(known -> known.id().equals(id))) {
      return;
    }
    String handle = AnswerJson.text(page, "username").orElse(id);
    Option option =
        new Option(
            id,
            AnswerJson.text(page, "name").orElse(handle),
            handle,
            PageTasks.against(Network.valueOf(FacebookNetwork.NAME), page));
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
            Map.of(GRANTED, pending.getOrDefault(GRANTED, "")));
    // A Page's token has no end: it dies by a changed password, a lost role, a removed app.
    Credentials credentials =
        new Credentials(Map.of(GraphApi.ACCESS_TOKEN, token), Optional.empty(), Optional.empty());
    return new Connecting.Connected(new Access(account, credentials));
  }
}
