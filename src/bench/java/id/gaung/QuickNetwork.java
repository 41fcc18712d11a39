package id.gaung;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.gaung.web.Json;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stands before a practice network and answers the call that publishes a text itself, after a while
 * and at no cost: what is measured is Gaung and not the network beside it on the same processors.
 * Everything else it hands on.
 */
final class QuickNetwork implements AutoCloseable {

  private static final int AT_ONCE = 128;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
  private final HandOn handOn;
  private final Duration call;
  private final AtomicLong ids = new AtomicLong(1_000_000);

  private QuickNetwork(HttpServer server, int network, Duration call) {
    this.server = server;
    this.handOn = HandOn.to(network);
    this.call = call;
  }

  /**
   * @param network the port of the practice network on this machine
   * @param call how long a text takes
   */
  static QuickNetwork before(int network, Duration call) throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), AT_ONCE);
    QuickNetwork quick = new QuickNetwork(server, network, call);
    server.createContext("/", quick::answer);
    server.setExecutor(quick.threads);
    server.start();
    return quick;
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String path = exchange.getRequestURI().getPath();
      if (path.equals("/xrpc/com.atproto.repo.putRecord")) {
        JsonNode record = Json.mapper().readTree(body);
        String uri =
            "at://%s/%s/%s"
                .formatted(
                    record.path("repo").asText(),
                    record.path("collection").asText(),
                    record.path("rkey").asText());
        published(exchange, "{\"uri\":\"" + uri + "\",\"cid\":\"bafyreibench\"}");
      } else if (path.equals("/api/v1/statuses") && exchange.getRequestMethod().equals("POST")) {
        long id = ids.incrementAndGet();
        published(exchange, "{\"id\":\"" + id + "\",\"url\":\"" + uri() + "/@bench/" + id + "\"}");
      } else {
        handOn.handOn(exchange, body);
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private void published(HttpExchange exchange, String json)
      throws IOException, InterruptedException {
    TimeUnit.MILLISECONDS.sleep(call.toMillis());
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
