package id.gaung;

import id.gaung.platform.ClientSetup;
import id.gaung.platform.HostPolicy;
import id.gaung.platform.HostPolicy.ListedHosts;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.PlatformHttp;
import id.gaung.platform.PublicHosts;
import id.gaung.platform.SocialPlatform;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/**
 * The networks' clients as the configuration wants them.
 *
 * @param http what all of them send with
 */
record Clients(List<SocialPlatform> platforms, PlatformHttp http) {

  static Clients of(PlatformSettings settings, Clock clock) {
    return of(settings, new PublicHosts(Set.copyOf(settings.allowedHosts())), clock);
  }

  /** Clients that reach the servers the settings list and no other. */
  static Clients ofListed(PlatformSettings settings, Clock clock) {
    return of(settings, new ListedHosts(Set.copyOf(settings.allowedHosts())), clock);
  }

  private static Clients of(PlatformSettings settings, HostPolicy hosts, Clock clock) {
    PlatformHttp http = new PlatformHttp(hosts, PlatformHttp.Timeouts.STANDARD);
    return new Clients(
        NetworkModule.published().stream()
            .map(
                network ->
                    network.client(new ClientSetup(settings.of(network), http, hosts, clock)))
            .toList(),
        http);
  }
}
