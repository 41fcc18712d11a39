package id.gaung.platform.instagram;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.kernel.Network;
import id.gaung.platform.Access;
import id.gaung.platform.Connecting;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.Refreshing;
import id.gaung.platform.meta.GraphApi;
import id.gaung.platform.meta.MetaHosts;
import id.gaung.platform.meta.MetaLogin;
import id.gaung.platform.meta.PersonLogin;
import java.net.URI;
import java.util.List;
import java.util.Map;
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
}
