package id.gaung;

import id.gaung.GaungConfiguration.PracticeSettings;
import id.gaung.demo.DemoOffice;
import id.gaung.demo.DemoPeople;
import id.gaung.demo.PracticePages;
import id.gaung.demo.Story;
import id.gaung.demo.StoryClock;
import id.gaung.identity.Office;
import id.gaung.sandbox.AppPosts;
import id.gaung.sandbox.PracticeServer;
import id.gaung.sandbox.SandboxAccounts;
import id.gaung.sandbox.SandboxConfig;
import id.gaung.sandbox.SandboxFaults;
import id.gaung.sandbox.SandboxFeature;
import id.gaung.sandbox.SandboxServers;
import id.gaung.web.NavItem;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** What practice mode adds: networks on this machine, and a story that fills the office. */
final class Practice implements Companion.Parts {

  /** How many practice networks there are, each on a port of its own. */
  static final int NETWORKS = PracticeServer.all().size();

  /** The tables that practice mode alone has. */
  static final String CHANGELOG = "migrations/practice/changelog.xml";

  /** Reads the whole audit trail each day and leaves nothing that would be seen. */
  private static final String WITHOUT = "check-audit-chain";

  private final StoryClock clock = new StoryClock(Clock.systemUTC());
  private final SandboxAccounts accounts;
  private final SandboxServers servers;
  private final SandboxFeature sandbox;
  private final SandboxFaults faults;
  private final AppPosts apps;

  Practice(PracticeSettings settings, Jdbi jdbi) {
    accounts = new SandboxAccounts(jdbi, clock);
    SandboxConfig config =
        settings.networkPort() == 0
            ? SandboxConfig.onFreePorts()
            : SandboxConfig.fromPort(settings.networkPort());
    servers = new SandboxServers(config, jdbi, clock);
    faults = new SandboxFaults(jdbi, clock);
    apps = new AppPosts(jdbi, clock);
    sandbox = new SandboxFeature(jdbi, clock, servers);
  }

  /** Starts the networks. */
  void start() {
    accounts.ensureUsual();
    servers.start();
  }

  @Override
  public StoryClock clock() {
    return clock;
  }

  SandboxFeature sandbox() {
    return sandbox;
  }

  /** They point at the practice networks. */
  @Override
  public PlatformSettings platforms(PlatformSettings configured) {
    return settings(configured, servers);
  }

  @Override
  public Office office() {
    return DemoOffice.OFFICE;
  }

  @Override
  public List<String> bundles() {
    return List.of("sandbox", "demo");
  }

  @Override
  public void register(JerseyEnvironment jersey, Gaung gaung) {
    sandbox.register(jersey);
    jersey.register(
        new PracticePages(
            people(gaung),
            gaung.identity().entryWithoutSecret(),
            () -> gaung.report().reports().newestPath()));
  }

  @Override
  public List<NavItem> nav() {
    return sandbox.nav();
  }

  private static DemoPeople people(Gaung gaung) {
    return new DemoPeople(gaung.identity().people(), gaung.foundation().transactions());
  }

  /** As configured, but for the networks, which are those; they are listed with the others. */
  static PlatformSettings settings(PlatformSettings configured, SandboxServers servers) {
    return PlatformSettings.of(
        Stream.concat(
                configured.allowedHosts().stream(),
                PracticeServer.networks().stream().map(n -> servers.uri(n).getAuthority()))
            .toList(),
        PracticeServer.all().stream()
            .collect(
                Collectors.toMap(
                    server -> server.network().name(),
                    server -> server.settings(servers.uri(server.network())))));
  }

  /** Fills the office with eight weeks of work. */
  void tellStory(Gaung gaung) {
    story(gaung).tell();
  }

  private Story story(Gaung gaung) {
    return new Story(
        new DemoOffice(
            people(gaung),
            gaung.catalogue(),
            gaung.creator().creators(),
            gaung.media(),
            gaung.campaign(),
            gaung.collaboration(),
            gaung.channel(),
            gaung.publishing(),
            gaung.engagement(),
            gaung.onNetworks().own().posts(),
            faults,
            accounts,
            apps,
            servers),
        clock,
        gaung.clusterSchedules().stream().filter(s -> !WITHOUT.equals(s.job().name())).toList(),
        System.out::println);
  }

  @Override
  public void close() {
    servers.stop();
  }
}
