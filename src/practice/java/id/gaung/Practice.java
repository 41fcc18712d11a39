package id.gaung;

import id.gaung.GaungConfiguration.PracticeSettings;
import id.gaung.demo.DemoOffice;
import id.gaung.demo.DemoPeople;
import id.gaung.demo.PracticePages;
import id.gaung.demo.Story;
import id.gaung.demo.StoryClock;
import id.gaung.identity.Office;
import id.gaung.kernel.Secret;
import id.gaung.platform.Network;
import id.gaung.sandbox.PracticeNetwork;
import id.gaung.sandbox.SandboxAccounts;
import id.gaung.sandbox.SandboxConfig;
import id.gaung.sandbox.SandboxFaults;
import id.gaung.sandbox.SandboxFeature;
import id.gaung.sandbox.SandboxServers;
import id.gaung.web.NavItem;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** What practice mode adds: networks on this machine, and a story that fills the office. */
final class Practice implements Companion.Parts {

  /** How many practice networks there are, each on a port of its own. */
  static final int NETWORKS = PracticeNetwork.values().length;

  /** The tables that practice mode alone has. */
  static final String CHANGELOG = "migrations/practice/changelog.xml";

  private final StoryClock clock = new StoryClock(Clock.systemUTC());
  private final SandboxAccounts accounts;
  private final SandboxServers servers;
  private final SandboxFeature sandbox;
  private final SandboxFaults faults;

  Practice(PracticeSettings settings, Jdbi jdbi) {
    accounts = new SandboxAccounts(jdbi, clock);
    SandboxConfig config =
        settings.networkPort() == 0
            ? SandboxConfig.onFreePorts()
            : SandboxConfig.fromPort(settings.networkPort());
    servers = new SandboxServers(config, jdbi, clock);
    faults = new SandboxFaults(jdbi, clock);
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
    URI instagram = servers.uri(PracticeNetwork.INSTAGRAM);
    URI bluesky = servers.uri(PracticeNetwork.BLUESKY);
    return new PlatformSettings(
        Stream.concat(
                configured.allowedHosts().stream(),
                Arrays.stream(PracticeNetwork.values()).map(n -> servers.uri(n).getAuthority()))
            .toList(),
        bluesky,
        bluesky,
        new PlatformSettings.Instagram(
            SandboxAccounts.INSTAGRAM_CLIENT_ID,
            new Secret(SandboxAccounts.INSTAGRAM_CLIENT_SECRET),
            configured.instagram().graphVersion(),
            instagram,
            instagram,
            instagram));
  }

  /** Fills the office with eight weeks of work. */
  void tellStory(Gaung gaung) {
    new Story(
            new DemoOffice(
                people(gaung),
                gaung.catalogue(),
                gaung.creator().creators(),
                gaung.media().photos(),
                gaung.campaign(),
                gaung.collaboration(),
                gaung.channel(),
                gaung.publishing(),
                faults,
                Map.of(
                    Network.BLUESKY, servers.uri(PracticeNetwork.BLUESKY).toString(),
                    Network.MASTODON, servers.uri(PracticeNetwork.MASTODON).toString()),
                Map.of(
                    Network.MASTODON, "gaung_balikpapan",
                    Network.INSTAGRAM, "gaung.balikpapan")),
            clock,
            gaung.clusterSchedules(),
            System.out::println)
        .tell();
  }

  @Override
  public void close() {
    servers.stop();
  }
}
