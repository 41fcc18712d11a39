package id.gaung.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.gaung.kernel.Network;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** A Bluesky PDS, AppView and video service in one, speaking XRPC. */
final class BlueskyProtocol implements NetworkProtocol {

  private final BlueskyLimits limits;
  private final BlueskySessionDoors sessions;
  private final BlueskyBlobStore blobs;
  private final BlueskyServiceTokens services;
  private final BlueskyVideoDoors videos;
  private final BlueskyRepo repo;
  private final BlueskyRecordDoors records;
  private final BlueskyViews views;
  private final PublicPages pages;
  private final URI base;

  BlueskyProtocol(SandboxConfig config, Jdbi jdbi, Clock clock, URI base) {
    this.base = base;
    limits = new BlueskyLimits(new RateWindows(clock, config.enforceLimits()), clock);
    sessions = new BlueskySessionDoors(jdbi, clock, limits, base);
    blobs = new BlueskyBlobStore(jdbi, clock, sessions, limits);
    services = new BlueskyServiceTokens(sessions, limits, clock);
    videos = new BlueskyVideoDoors(config, jdbi, clock, services, base);
    repo =
        new BlueskyRepo(
            jdbi, clock, config.indexLag(), sessions, limits, new SandboxFaults(jdbi, clock));
    records = new BlueskyRecordDoors(jdbi, clock, sessions, limits);
    views = new BlueskyViews(jdbi, clock, sessions, limits, base);
    pages = new PublicPages(BlueskyServer.NETWORK, jdbi, clock);
  }

  @Override
  public Network network() {
    return BlueskyServer.NETWORK;
  }

  @Override
  public void register(Router router) {
    sessions.register(router);
    blobs.register(router);
    services.register(router);
    videos.register(router);
    repo.register(router);
    records.register(router);
    views.register(router);
    router.get("/xrpc/_health", Purpose.READ, call -> health());
    router.get("/xrpc/com.atproto.server.describeServer", Purpose.READ, call -> describe());
    pages.register(router);
  }

  private static Answer health() {
    return Answer.json(PracticeJson.object().put("version", "0.4.200"));
  }

  private Answer describe() {
    ObjectNode server = PracticeJson.object().put("did", BlueskyServiceTokens.did(base));
    server.putArray("availableUserDomains").add(".practice.test");
    server.put("inviteCodeRequired", true);
    server.putObject("links");
    server.putObject("contact");
    return Answer.json(server);
  }

  @Override
  public Optional<Long> accountOf(Call call) {
    String identifier =
        call.bearer()
            .flatMap(Jwt::claims)
            .map(claims -> claims.path("sub").asText())
            .orElseGet(() -> identifier(call.json()));
    return identifier.isEmpty()
        ? Optional.empty()
        : sessions.find(identifier).map(PracticeAccount::id);
  }

  private static String identifier(JsonNode body) {
    return body.path("identifier").asText();
  }

  @Override
  public Answer notFound(Call call) {
    return call.path().startsWith("/xrpc/")
        ? PracticeXrpc.error(501, "MethodNotImplemented", "Method Not Implemented")
        : pages.notFound();
  }

  @Override
  public Answer tooLarge() {
    return PracticeXrpc.error(413, "PayloadTooLarge", "request entity too large");
  }

  @Override
  public Answer serverError() {
    return PracticeXrpc.error(500, "InternalServerError", "Internal Server Error");
  }

  @Override
  public Answer rateLimited(Call call, Duration wait) {
    return limits.exceeded(call, wait);
  }

  @Override
  public Answer tokenExpired() {
    return PracticeXrpc.error(400, "ExpiredToken", "Token has expired");
  }
}
