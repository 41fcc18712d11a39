package id.gaung.channel;

import id.gaung.audit.Foundation;
import id.gaung.jobs.Schedule;
import id.gaung.kernel.Role;
import id.gaung.platform.SocialPlatform;
import id.gaung.web.NavItem;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** Wires the channels. */
public final class ChannelFeature {

  private final Channels channels;
  private final Connections connections;
  private final Platforms platforms;
  private final RefreshTokensJob refreshing;

  /**
   * @param sealing under the configured secret key
   * @param publicUrl where people and networks reach this installation
   */
  public ChannelFeature(
      Foundation foundation,
      Sealing sealing,
      Collection<? extends SocialPlatform> clients,
      URI publicUrl) {
    ChannelDao dao = foundation.jdbi().onDemand(ChannelDao.class);
    SecretTexts secrets = new SecretTexts(sealing);
    platforms = new Platforms(clients);
    Vault vault = new Vault(dao, secrets, foundation.transactions(), foundation.audit());
    Refresher refresher = new Refresher(foundation.jdbi(), vault, platforms);
    Accounts accounts = new Accounts(vault, refresher, foundation.clock());
    channels = new Channels(foundation, dao, accounts, platforms);
    connections = new Connections(foundation, dao, secrets, platforms, publicUrl);
    refreshing = new RefreshTokensJob(dao, accounts, foundation.clock());
  }

  public Channels channels() {
    return channels;
  }

  public Connections connections() {
    return connections;
  }

  public Platforms platforms() {
    return platforms;
  }

  public void register(JerseyEnvironment jersey) {
    jersey.register(new ChannelsPages(channels, connections));
    jersey.register(new ChannelsResource(channels, connections));
  }

  public List<NavItem> nav() {
    return List.of(NavItem.of("channel.nav", "/channels", Role.ADMIN, Role.STAFF));
  }

  public List<Schedule> schedules() {
    return List.of(Schedule.onceInCluster(refreshing, Duration.ofMinutes(1)));
  }
}
