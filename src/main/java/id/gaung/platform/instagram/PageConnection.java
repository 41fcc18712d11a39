package id.gaung.platform.instagram;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.kernel.Network;
import id.gaung.platform.Access;
import id.gaung.platform.Account;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Connecting;
import id.gaung.platform.Connecting.Option;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.Refreshing;
import id.gaung.platform.meta.GraphApi;
import id.gaung.platform.meta.MetaApp.MetaHosts;
import id.gaung.platform.meta.MetaLogin;
import id.gaung.platform.meta.PageTasks;
import id.gaung.platform.meta.PersonLogin;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Facebook Login for Instagram: a person's Pages, and the professional accounts linked to them. */
final class PageConnection implements MetaLogin {

  private static final List<String> NEEDED =
      List.of(
          "instagram_basic",
          "instagram_content_publish",
          "instagram_manage_insights",
          "pages_show_list",
          "pages_read_engagement");

  private final MetaHosts hosts;
  private final PersonLogin login;
  private final LinkedAccounts accounts;
  private final DataAccess data;

  /**
   * @param server by which the network's accounts are known, whatever the login
   * @param wanted permissions that are asked for beside those that are needed
   */
  PageConnection(GraphApi api, URI server, MetaHosts hosts, List<String> wanted, DataAccess data) {
    this.hosts = hosts;
    this.data = data;
    this.accounts = new LinkedAccounts(api, server, data);
    this.login =
        new PersonLogin(
            api,
            hosts.app(),
            new PersonLogin.Shape(
                network(),
                hosts.web(),
                hosts.graph(),
                hosts.version(),
                NEEDED,
                wanted,
                LinkedAccounts.FIELDS),
            this::offer);
  }

  @Override
  public Network network() {
    return Network.valueOf(InstagramNetwork.NAME);
  }

  @Override
  public List<String> lacking() {
    return hosts.app().lacking();
  }

  @Override
  public Connecting begin(URI callback, String state) {
    return login.begin(callback, state);
  }

  @Override
  public Connecting end(String code, URI callback) {
    return login.end(code, callback);
  }

  private Connecting offer(List<JsonNode> pages, Set<String> granted) {
    return pages.isEmpty()
        ? new Connecting.Refused(Failure.of(Kind.REJECTED, "platform.connecting.no-page", ""))
        : accounts.offer(pages, granted);
  }

  @Override
  public Connecting choose(Map<String, String> pending, String id) {
    return accounts.take(pending, id);
  }

  @Override
  public Refreshing refresh(Access access) {
    return data.ask(GraphApi.token(access));
  }

  /** The professional accounts that are linked to a person's Pages, and Pages that have none. */
  static final class LinkedAccounts {

    /** Of the account no more than every version knows: one wrong field fails the whole list. */
    static final String FIELDS =
        "id,name,access_token,tasks,instagram_business_account{id,username}";

    private static final String TOKEN = "token.";
    private static final String HANDLE = "handle.";
    private static final String GRANTED = "granted";

    private final GraphApi api;
    private final URI server;
    private final DataAccess data;

    LinkedAccounts(GraphApi api, URI server, DataAccess data) {
      this.api = api;
      this.server = server;
      this.data = data;
    }

    private static Network network() {
      return Network.valueOf(InstagramNetwork.NAME);
    }

    Connecting offer(List<JsonNode> pages, Set<String> granted) {
      List<Option> options = new ArrayList<>();
      Map<String, String> pending = new HashMap<>();
      pending.put(GRANTED, String.join(" ", granted));
      pages.forEach(page -> add(page, options, pending));
      return new Connecting.Choice(options, pending);
    }

    private static void add(JsonNode page, List<Option> options, Map<String, String> pending) {
      JsonNode account = page.path("instagram_business_account");
      String id = account.path("id").asText("");
      String chosen = id.isEmpty() ? "page-" + page.path("id").asText("") : id;
      if (options.stream().anyMatch(known -> known.id().equals(chosen))) {
        return;
      }
      String name = AnswerJson.text(page, "name").orElse(page.path("id").asText(""));
      String handle = AnswerJson.text(account, "username").orElse("");
      Optional<String> against =
          id.isEmpty()
              ? Optional.of("channel.connect." + network().path() + ".against.none")
              : PageTasks.against(network(), page);
      options.add(new Option(chosen, name, handle.isEmpty() ? name : handle, against));
      if (against.isEmpty()) {
        pending.put(TOKEN + id, page.path(GraphApi.ACCESS_TOKEN).asText());
        pending.put(HANDLE + id, handle);
      }
    }

    /** Asks the account once what it is called: only so it shows that the Page's token opens it. */
    Connecting take(Map<String, String> pending, String id) {
      String token = pending.getOrDefault(TOKEN + id, "");
      if (token.isEmpty()) {
        return new Connecting.Refused(Failure.of(Kind.REJECTED, "NO_CHOICE", id));
      }
      HttpOutcome asked = api.fields(token, GraphApi.node(id), "id,username");
      Optional<String> handle =
          GraphApi.good(asked)
              .map(
                  body ->
                      AnswerJson.text(body, "username")
                          .orElseGet(() -> pending.getOrDefault(HANDLE + id, "")))
              .filter(name -> !name.isEmpty());
      if (handle.isEmpty()) {
        return new Connecting.Refused(api.failure(asked));
      }
      Set<String> granted = Set.of(pending.getOrDefault(GRANTED, "").split(" ", -1));
      return new Connecting.Connected(
          new Access(
              new Account(network(), server, id, handle.get(), LoginKind.ofPage(granted)),
              data.credentials(token)));
    }
  }
}
