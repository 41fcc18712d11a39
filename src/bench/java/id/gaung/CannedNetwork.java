package id.gaung;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.gaung.Canned.Asked;
import id.gaung.Canned.Kind;
import id.gaung.Canned.Limit;
import id.gaung.Canned.Told;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Stands before a practice network, counts what it is asked by kind, and minds the network's limit.
 * What reads posts it answers itself, after a while and at no cost, so that Gaung is measured and
 * not the network beside it on the same processors; everything else it hands on.
 */
final class CannedNetwork implements AutoCloseable {

  static {
    // Else the server sends head and body apart, and the body waits for an acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private static final int AT_ONCE = 128;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
  private final HandOn handOn;
  private final Duration call;
  private final Map<Kind, AtomicInteger> calls = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> used = new ConcurrentHashMap<>();
  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicReference<Throwable> defect = new AtomicReference<>();
  private volatile Canned canned;

  private CannedNetwork(HttpServer server, int network, Canned canned, Duration call) {
    this.server = server;
    this.handOn = HandOn.to(network);
    this.canned = canned;
    this.call = call;
  }

  /**
   * @param network the port of the practice network on this machine
   * @param call how long an answer about posts takes
   */
  static CannedNetwork before(int network, Canned canned, Duration call) throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), AT_ONCE);
    CannedNetwork made = new CannedNetwork(server, network, canned, call);
    server.createContext("/", made::answer);
    server.setExecutor(made.threads);
    server.start();
    return made;
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  Canned canned() {
    return canned;
  }

  /**
   * How often it was asked that.
   *
   * @throws IllegalStateException if it could not answer something: what was measured then is worth
   *     nothing
   */
  int calls(Kind kind) {
    requireSound();
    return calls.getOrDefault(kind, new AtomicInteger()).get();
  }

  /** How often it refused, because its limit was reached. */
  int refused() {
    requireSound();
    return refused.get();
  }

  /**
   * @throws IllegalStateException naming what could not be answered, if anything was
   */
  void requireSound() {
    Throwable broken = defect.get();
    if (broken != null) {
      throw new IllegalStateException(
          canned.getClass().getSimpleName() + " could not answer: " + broken, broken);
    }
  }

  /** Counts from now on. */
  void countAnew() {
    calls.clear();
    refused.set(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      Optional<Told> told = canned.answer(asked(exchange, body));
      Kind kind = told.map(Told::kind).orElse(Kind.OTHER);
      calls.computeIfAbsent(kind, k -> new AtomicInteger()).incrementAndGet();
      if (told.isPresent()) {
        TimeUnit.MILLISECONDS.sleep(call.toMillis());
        serve(exchange, told.get());
      } else {
        handOn.handOn(exchange, body);
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error broken) {
      defect.compareAndSet(null, broken);
    }
  }

  private void serve(HttpExchange exchange, Told told) throws IOException {
    Limit limit = canned.limit();
    Instant now = Instant.now();
    long window = now.getEpochSecond() / limit.seconds();
    String who = limit.ofApp() ? "" : exchange.getRequestHeaders().getFirst("Authorization");
    int spent =
        used.computeIfAbsent(window + "/" + who, k -> new AtomicInteger()).addAndGet(told.weight());
    Instant end = Instant.ofEpochSecond((window + 1) * limit.seconds());
    canned
        .told(Math.min(limit.calls(), spent), end)
        .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    told.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    boolean over = spent > limit.calls();
    if (over) {
      refused.incrementAndGet();
    }
    byte[] bytes = (over ? "{}" : told.body().toString()).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(over ? 429 : 200, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static Asked asked(HttpExchange exchange, byte[] body) {
    Map<String, List<String>> query = new LinkedHashMap<>();
    add(query, exchange.getRequestURI().getRawQuery());
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    if (type != null && type.startsWith("application/x-www-form-urlencoded")) {
      add(query, new String(body, StandardCharsets.UTF_8));
    }
    return new Asked(exchange.getRequestMethod(), exchange.getRequestURI().getPath(), query, body);
  }

  private static void add(Map<String, List<String>> query, String pairs) {
    for (String pair : (pairs == null ? "" : pairs).split("&", -1)) {
      String[] parts = pair.split("=", 2);
      if (parts.length == 2) {
        query
            .computeIfAbsent(
                URLDecoder.decode(parts[0], StandardCharsets.UTF_8), name -> new ArrayList<>())
            .add(URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
