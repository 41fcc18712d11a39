package id.gaung.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;

/** A server that gives the answers queued, in order, and remembers what was asked. */
public final class ScriptedServer implements AutoCloseable {

  private static final PlatformHttp.Timeouts SHORT =
      new PlatformHttp.Timeouts(
          Duration.ofSeconds(2), Duration.ofMillis(400), Duration.ofSeconds(3));

  public final PublicHosts hosts = new PublicHosts(Set.of("localhost", "127.0.0.1"));
  public final PlatformHttp http = new PlatformHttp(hosts, SHORT);
  private final MockWebServer server = new MockWebServer();

  public ScriptedServer() {
    try {
      server.start(InetAddress.getLoopbackAddress(), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getPort());
  }

  public ScriptedServer json(int status, String body) {
    server.enqueue(
        new MockResponse.Builder()
            .code(status)
            .addHeader("Content-Type", "application/json")
            .body(body)
            .build());
    return this;
  }

  public ScriptedServer json(int status, String body, String header, String value) {
    server.enqueue(
        new MockResponse.Builder().code(status).addHeader(header, value).body(body).build());
    return this;
  }

  /** A page as proxies and small servers give it. */
  public ScriptedServer html(int status) {
    server.enqueue(
        new MockResponse.Builder()
            .code(status)
            .addHeader("Content-Type", "text/html")
            .body("<html><body><h1>" + status + "</h1></body></html>")
            .build());
    return this;
  }

  /** Takes the whole request, then hangs up without an answer. */
  public ScriptedServer hangUp() {
    server.enqueue(
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
    return this;
  }

  /** Takes the whole request and stays silent past every limit. */
  public ScriptedServer silence() {
    server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    return this;
  }

  /** After that long, in which nothing comes. */
  public ScriptedServer late(int status, String body, Duration after) {
    server.enqueue(
        new MockResponse.Builder()
            .code(status)
            .addHeader("Content-Type", "application/json")
            .headersDelay(after.toMillis(), TimeUnit.MILLISECONDS)
            .body(body)
            .build());
    return this;
  }

  /** The next request that arrived; fails the test if there was none. */
  public RecordedRequest taken() {
    try {
      RecordedRequest request = server.takeRequest(2, TimeUnit.SECONDS);
      if (request == null) {
        throw new AssertionError("no further request arrived");
      }
      return request;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public String takenBody() {
    var body = taken().getBody();
    return body == null ? "" : body.utf8();
  }

  public int arrived() {
    return server.getRequestCount();
  }

  @Override
  public void close() {
    server.close();
  }
}
