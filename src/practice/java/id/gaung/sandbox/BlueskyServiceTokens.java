package id.gaung.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** com.atproto.server.getServiceAuth: tokens for one method of one other service. */
final class BlueskyServiceTokens {

  private static final Duration LONGEST = Duration.ofHours(1);

  private final BlueskySessionDoors sessions;
  private final BlueskyLimits limits;
  private final Clock clock;

  BlueskyServiceTokens(BlueskySessionDoors sessions, BlueskyLimits limits, Clock clock) {
    this.sessions = sessions;
    this.limits = limits;
    this.clock = clock;
  }

  void register(Router router) {
    router.get("/xrpc/com.atproto.server.getServiceAuth", Purpose.READ, this::give);
  }

  /** A server's name as others know it. */
  static String did(URI base) {
    return "did:web:" + base.getHost() + (base.getPort() < 0 ? "" : "%3A" + base.getPort());
  }

  private Answer give(Call call) {
    PracticeAccount account = sessions.require(call);
    limits.read(call);
    String audience = PracticeXrpc.required(call, "aud");
    if (!audience.startsWith("did:")) {
      throw PracticeXrpc.invalid("Error: aud must be a valid did");
    }
    Instant now = clock.instant();
    Instant end =
        call.param("exp")
            .filter(exp -> exp.matches("\\d{1,12}"))
            .map(exp -> Instant.ofEpochSecond(Long.parseLong(exp)))
            .orElse(now.plusSeconds(60));
    if (end.isBefore(now)) {
      throw PracticeXrpc.refuse(400, "BadExpiration", "expiration is in past");
    }
    if (end.isAfter(now.plus(LONGEST))) {
      throw PracticeXrpc.refuse(
          400, "BadExpiration", "cannot request a token with an expiration more than an hour");
    }
    ObjectNode claims =
        PracticeJson.object()
            .put("iss", account.remoteId())
            .put("sub", account.remoteId())
            .put("aud", audience)
            .put("lxm", call.param("lxm").orElse(""))
            .put("exp", end.getEpochSecond());
    return Answer.json(PracticeJson.object().put("token", sessions.jwt().sign("JWT", claims)));
  }

  /** Whose service token the call carries; empty if it is not for this method of this audience. */
  Optional<PracticeAccount> holder(Call call, String audience, String method) {
    return call.bearer()
        .flatMap(sessions.jwt()::verify)
        .filter(claims -> claims.path("aud").asText().equals(audience))
        .filter(claims -> claims.path("lxm").asText().equals(method))
        .filter(this::isAlive)
        .flatMap(claims -> sessions.find(claims.path("iss").asText("-")));
  }

  private boolean isAlive(JsonNode claims) {
    return claims.path("exp").asLong() > clock.instant().getEpochSecond();
  }
}
