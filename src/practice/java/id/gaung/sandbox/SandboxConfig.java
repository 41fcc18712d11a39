package id.gaung.sandbox;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * How the practice networks are served.
 *
 * @param bindHost the address all three listen on
 * @param ports one per network; 0 takes a free one
 * @param publicUrls the root of a network as browsers reach it, where that is not {@code
 *     http://bindHost:port} (behind a proxy)
 * @param enforceLimits whether the networks' published rate limits refuse calls; the headers tell
 *     them in any case
 * @param indexLag Bluesky: how long after a write its AppView knows the post
 * @param containerTime Instagram: how long a container is IN_PROGRESS
 * @param insightsDelay Instagram: how long after publishing the insights stay empty
 */
public record SandboxConfig(
    String bindHost,
    Map<PracticeNetwork, Integer> ports,
    Map<PracticeNetwork, URI> publicUrls,
    boolean enforceLimits,
    Duration indexLag,
    Duration containerTime,
    Duration insightsDelay) {

  public SandboxConfig {
    ports = Map.copyOf(ports);
    publicUrls = Map.copyOf(publicUrls);
  }

  /** On this machine alone: Bluesky on this port, Mastodon on the next, Instagram on the third. */
  public static SandboxConfig fromPort(int first) {
    return onThisMachine(
        Map.of(
            PracticeNetwork.BLUESKY, first,
            PracticeNetwork.MASTODON, first + 1,
            PracticeNetwork.INSTAGRAM, first + 2));
  }

  /** On this machine alone, each on a free port; {@link SandboxServers#uri} tells which. */
  public static SandboxConfig onFreePorts() {
    return onThisMachine(Map.of());
  }

  private static SandboxConfig onThisMachine(Map<PracticeNetwork, Integer> ports) {
    return new SandboxConfig(
        "127.0.0.1",
        ports,
        Map.of(),
        true,
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofMinutes(15));
  }

  /** The same, but with calls never refused for their number, such as for a benchmark. */
  public SandboxConfig withoutLimits() {
    return new SandboxConfig(
        bindHost, ports, publicUrls, false, indexLag, containerTime, insightsDelay);
  }

  int port(PracticeNetwork network) {
    return ports.getOrDefault(network, 0);
  }
}
