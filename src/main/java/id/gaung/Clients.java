package id.gaung;

import id.gaung.platform.HostPolicy;
import id.gaung.platform.HostPolicy.ListedHosts;
import id.gaung.platform.PlatformHttp;
import id.gaung.platform.PublicHosts;
import id.gaung.platform.SocialPlatform;
import id.gaung.platform.bluesky.BlueskyClient;
import id.gaung.platform.instagram.InstagramClient;
import id.gaung.platform.instagram.InstagramConfig;
import id.gaung.platform.mastodon.MastodonClient;
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
    PlatformSettings.Instagram instagram = settings.instagram();
    return new Clients(
        List.of(
            new BlueskyClient(http, hosts, clock, settings.blueskyServer(), settings.blueskyWeb()),
            new MastodonClient(http, hosts, clock),
            new InstagramClient(
                http,
                new InstagramConfig(
                    instagram.appId(),
                    instagram.appSecret().reveal(),
                    instagram.web(),
                    instagram.api(),
                    instagram.graph(),
                    instagram.graphVersion()),
                clock)),
        http);
  }
}
