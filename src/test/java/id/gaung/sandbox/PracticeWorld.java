package id.gaung.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.db.JdbiSetup;
import id.gaung.db.TestDatabase;
import id.gaung.kernel.Nets;
import id.gaung.kernel.Network;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.jdbi.v3.core.Jdbi;

/** The practice networks on free ports over a database of their own, and an HTTP client. */
final class PracticeWorld implements AutoCloseable {

  final MovedClock clock = new MovedClock(Instant.parse("2026-11-24T02:00:00Z"));
  final TestDatabase database = TestDatabase.withPractice();
  final Jdbi jdbi = JdbiSetup.on(database.dataSource());
  final SandboxFaults faults = new SandboxFaults(jdbi, clock);
  final SandboxAccounts accounts = new SandboxAccounts(jdbi, clock);
  final SandboxPosts posts = new SandboxPosts(jdbi);
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private SandboxServers servers;
  private int handles;

  PracticeWorld() {
    restart();
  }

  /** The one that the tests of the networks share, which ends with their JVM. */
  static PracticeWorld shared() {
    return Shared.WORLD;
  }

  /** As after a new start of the application: only the database stays. */
  void restart() {
    if (servers != null) {
      servers.stop();
    }
    servers = new SandboxServers(SandboxConfig.onFreePorts(), jdbi, clock);
    servers.start();
  }

  PracticeAccount account(Network network) {
    handles++;
    String handle =
        (network == Nets.LINKEDIN ? "company/" : "")
            + "akun"
            + handles
            + (network == Nets.BLUESKY ? ".test" : "");
    return accounts.ensure(network, handle, "Akun " + handles, 2000);
  }

  URI uri(Network network) {
    return servers.uri(network);
  }

  static HttpRequest.BodyPublisher json(JsonNode body) {
    return HttpRequest.BodyPublishers.ofString(PracticeJson.write(body));
  }

  static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + encode(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  HttpRequest.Builder request(Network network, String path) {
    return HttpRequest.newBuilder(URI.create(uri(network) + path)).timeout(Duration.ofSeconds(20));
  }

  HttpRequest.Builder request(Network network, String path, Optional<String> token) {
    HttpRequest.Builder request = request(network, path);
    token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
    return request;
  }

  /** The staff's page on these networks. */
  NetworksPages page() {
    return new NetworksPages(new Networks(servers, accounts, posts, faults, clock), faults);
  }

  /** Fails with an {@link IOException} if the connection is cut. */
  Reply send(HttpRequest.Builder request) throws IOException {
    try {
      return new Reply(http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] picture(String format, int width, int height) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    servers.close();
    database.close();
  }

  /** Opened when the first test asks for it. */
  private static final class Shared {
    static final PracticeWorld WORLD = new PracticeWorld();
  }
}
