package id.gaung;

import io.dropwizard.core.server.DefaultServerFactory;
import io.dropwizard.core.server.ServerFactory;
import io.dropwizard.core.server.SimpleServerFactory;
import io.dropwizard.jetty.ConnectorFactory;
import io.dropwizard.jetty.HttpConnectorFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tries the ports before anything is started, so that a busy one costs a sentence and not a
 * database that starts and stops. The server itself still finds out if somebody takes one in
 * between.
 */
final class Ports {

  private Ports() {}

  static void check(ServerFactory server) {
    connectors(server)
        .filter(HttpConnectorFactory.class::isInstance)
        .map(HttpConnectorFactory.class::cast)
        .forEach(connector -> check(connector.getBindHost(), connector.getPort()));
  }

  static void check(String host, int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      InetAddress address = host == null ? null : InetAddress.getByName(host);
      socket.bind(new InetSocketAddress(address, port));
    } catch (IOException busy) {
      throw new StartRefused(
          "Port %d cannot be used (%s): stop the other program, or choose another port in config.yml."
              .formatted(port, busy.getMessage()));
    }
  }

  /** Whether a connector believes what a proxy says of its visitors. */
  static boolean trustsProxy(ServerFactory server) {
    return connectors(server)
        .filter(HttpConnectorFactory.class::isInstance)
        .map(HttpConnectorFactory.class::cast)
        .anyMatch(HttpConnectorFactory::isUseForwardedHeaders);
  }

  private static Stream<ConnectorFactory> connectors(ServerFactory server) {
    if (server instanceof DefaultServerFactory d) {
      return Stream.concat(d.getApplicationConnectors().stream(), d.getAdminConnectors().stream());
    }
    return server instanceof SimpleServerFactory s
        ? Stream.of(s.getConnector())
        : List.<ConnectorFactory>of().stream();
  }
}
