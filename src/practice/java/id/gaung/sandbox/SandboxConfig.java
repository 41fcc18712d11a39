package id.gaung.sandbox;

import id.gaung.kernel.Network;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How the practice networks are served.
 *
 * @param bindHost the address all of them listen on
 * @param ports one per network; 0 takes a free one
 * @param publicUrls the root of a network as browsers reach it, where that is not {@code
 *     http://bindHost:port} (behind a proxy)
 * @param enforceLimits whether calls count against the networks' published limits; else answers
 *     tell that as good as nothing of them is used
 * @param indexLag how long after a write a network's index knows the post, where it has one apart
 * @param containerTime how long a container is in progress, where a network has them
 * @param insightsDelay how long after publishing insights stay empty, where a network has them
 */
public record SandboxConfig(
    String bindHost,
    Map<Network, Integer> ports,
    Map<Network, URI> publicUrls,
    boolean enforceLimits,
    Duration indexLag,
    Duration containerTime,
    Duration insightsDelay) {

  public SandboxConfig {
    ports = Map.copyOf(ports);
    publicUrls = Map.copyOf(publicUrls);
  }

  /** On this machine alone: the first network on this port, the next on the next. */
  public static SandboxConfig fromPort(int first) {
    List<Network> networks = PracticeServer.networks();
    return onThisMachine(
        IntStream.range(0, networks.size())
            .boxed()
            .collect(Collectors.toMap(networks::get, number -> first + number)));
  }

  /** On this machine alone, each on a free port; {@link SandboxServers#uri} tells which. */
  public static SandboxConfig onFreePorts() {
    return onThisMachine(Map.of());
  }

  private static SandboxConfig onThisMachine(Map<Network, Integer> ports) {
    return new SandboxConfig(
        "127.0.0.1",
        ports,
        Map.of(),
        true,
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofMinutes(15));
  }

  /** The same, but no limit is ever reached, such as for a benchmark. */
  public SandboxConfig withoutLimits() {
    return new SandboxConfig(
        bindHost, ports, publicUrls, false, indexLag, containerTime, insightsDelay);
  }

  int port(Network network) {
    return ports.getOrDefault(network, 0);
  }
}
