package id.gaung.sandbox;

import id.gaung.kernel.Network;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jdbi.v3.core.Jdbi;

/**
 * The practice networks' HTTP servers, one a network. All they know is in the database, so a
 * restarted one goes on where it was. Started and stopped by one thread.
 */
public final class SandboxServers implements AutoCloseable {

  private static final int THREADS = 64;

  private final SandboxConfig config;
  private final Jdbi jdbi;
  private final Clock clock;
  private final Map<Network, Server> servers = new TreeMap<>();
  private final Map<Network, URI> uris = new TreeMap<>();

  /**
   * @param jdbi as {@code id.gaung.db} sets it up, on a database that has the {@code sandbox_*}
   *     tables
   * @param clock every time the networks tell or wait for comes from it
   */
  public SandboxServers(SandboxConfig config, Jdbi jdbi, Clock clock) {
    this.config = config;
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /**
   * Starts all of them.
   *
   * @throws IllegalStateException if a port is taken; then none is left running
   */
  public void start() {
    try {
      for (Network network : PracticeServer.networks()) {
        start(network);
      }
    } catch (RuntimeException e) {
      stop();
      throw e;
    }
  }

  private void start(Network network) {
    QueuedThreadPool threads = new QueuedThreadPool(THREADS);
    threads.setName("practice-" + network);
    Server server = new Server(threads);
    ServerConnector connector = new ServerConnector(server, http());
    connector.setHost(config.bindHost());
    connector.setPort(config.port(network));
    server.addConnector(connector);
    servers.put(network, server);
    try {
      // Opened first, so that the network knows its own address when it is built.
      connector.open();
      URI uri =
          Optional.ofNullable(config.publicUrls().get(network))
              .orElseGet(
                  () -> URI.create("http://" + config.bindHost() + ":" + connector.getLocalPort()));
      uris.put(network, uri);
      server.setHandler(
          new NetworkHandler(
              PracticeServer.of(network).protocol(config, jdbi, clock, uri),
              new SandboxFaults(jdbi, clock),
              clock));
      server.start();
    } catch (IOException e) {
      throw new IllegalStateException(
          "practice " + network.label() + " cannot listen on port " + config.port(network), e);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("practice " + network.label() + " does not start", e);
    }
  }

  /** AT-URIs and handles stand percent-encoded in paths and queries. */
  private static HttpConnectionFactory http() {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    // Told by the practice clock.
    http.setSendDateHeader(false);
    http.setHttpCompliance(HttpCompliance.RFC7230);
    http.setUriCompliance(UriCompliance.LEGACY);
    return new HttpConnectionFactory(http);
  }

  /**
   * The root of a network's server.
   *
   * @throws IllegalStateException unless started
   */
  public URI uri(Network network) {
    return Optional.ofNullable(uris.get(network))
        .orElseThrow(() -> new IllegalStateException("the practice networks are not started"));
  }

  /** Stops all of them; does nothing where they are stopped already. */
  public void stop() {
    IllegalStateException failure = new IllegalStateException("the practice networks do not stop");
    for (Server server : servers.values()) {
      try {
        server.stop();
      } catch (Exception e) {
        failure.addSuppressed(e);
      }
    }
    servers.clear();
    uris.clear();
    if (failure.getSuppressed().length > 0) {
      throw failure;
    }
  }

  @Override
  public void close() {
    stop();
  }
}
