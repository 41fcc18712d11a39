package id.gaung.sandbox;

import id.gaung.kernel.Role;
import id.gaung.web.NavItem;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Wires the page of the practice networks. Registered in practice mode alone. */
public final class SandboxFeature {

  private final SandboxAccounts accounts;
  private final SandboxPosts posts;
  private final SandboxFaults faults;
  private final Networks networks;

  /**
   * @param servers started before the first request comes, and by whoever made them
   */
  public SandboxFeature(Jdbi jdbi, Clock clock, SandboxServers servers) {
    accounts = new SandboxAccounts(jdbi, clock);
    posts = new SandboxPosts(jdbi);
    faults = new SandboxFaults(jdbi, clock);
    networks = new Networks(servers, accounts, posts, faults, clock);
  }

  public SandboxAccounts accounts() {
    return accounts;
  }

  public SandboxPosts posts() {
    return posts;
  }

  public SandboxFaults faults() {
    return faults;
  }

  public void register(JerseyEnvironment jersey) {
    jersey.register(new NetworksPages(networks, faults));
  }

  public List<NavItem> nav() {
    return List.of(
        NavItem.of(
            NavItem.Group.SETTINGS,
            "play",
            "sandbox.nav",
            "/practice/networks",
            Role.STAFF,
            Role.ADMIN));
  }
}
