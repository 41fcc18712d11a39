package id.gaung.platform.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.kernel.Network;
import id.gaung.platform.Access;
import id.gaung.platform.Account;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Connecting;
import id.gaung.platform.Credentials;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.HostPolicy;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.PlatformHttp;
import id.gaung.platform.Refreshing;
import id.gaung.platform.Revoking;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Signs in with an app password and keeps the session alive. The password itself is not kept: the
 * refresh token lasts 90 days and is renewed with every refresh.
 */
final class BlueskySessions {

  /** For a token whose expiry cannot be read; the reference server's tokens last two hours. */
  private static final Duration UNREADABLE_REFRESH = Duration.ofHours(1);

  private static final Set<String> OVER = Set.of("ExpiredToken", "InvalidToken");

  private final PlatformHttp http;
  private final HostPolicy policy;
  private final Clock clock;
  private final BlueskyFailures failures;

  BlueskySessions(PlatformHttp http, HostPolicy policy, Clock clock, BlueskyFailures failures) {
    this.http = http;
    this.policy = policy;
    this.clock = clock;
    this.failures = failures;
  }

  Connecting connect(String typedServer, String handle, String appPassword) {
    Optional<URI> server = policy.server(typedServer);
    if (server.isEmpty()) {
      return refused(Kind.SERVER_NOT_FOUND, "REFUSED", "not the address of a public server");
    }
    String identifier = completed(server.get(), bare(handle));
    if (identifier.isEmpty() || appPassword.isBlank()) {
      return refused(Kind.CREDENTIALS_WRONG, "EMPTY", "handle or app password is empty");
    }
    HttpOutcome outcome =
        http.send(
            Xrpc.procedure(server.get(), "com.atproto.server.createSession")
                .json(
                    AnswerJson.object()
                        .put("identifier", identifier)
                        .put("password", appPassword.trim())));
    return outcome.match(
        a -> signedIn(server.get(), a),
        n -> refused(Kind.SERVER_NOT_FOUND, n.reason().name(), n.detail()),
        u -> new Connecting.Refused(failures.of(u)));
  }

  /**
   * One refresh. After an answer that was lost the old refresh token still works for two hours and
   * gives the same successor (rotateRefreshToken in account-manager.ts), so that failure passes.
   */
  Refreshing refresh(Access access) {
    HttpOutcome outcome =
        http.send(
            Xrpc.procedure(signedInAt(access.account()), "com.atproto.server.refreshSession")
                .bearer(access.credentials().secrets().getOrDefault(Xrpc.REFRESH, "")));
    Optional<Refreshing> renewed =
        outcome.match(
            a -> Xrpc.success(a).flatMap(this::refreshed),
            n -> Optional.empty(),
            u -> Optional.empty());
    return renewed.orElseGet(() -> new Refreshing.Failed(refreshFailure(failures.of(outcome))));
  }

  private Optional<Refreshing> refreshed(JsonNode session) {
    return credentials(session)
        .map(c -> new Refreshing.Refreshed(c, BlueskyAddresses.handle(session)));
  }

  /** Ends the session; one that is over already cannot be ended again and needs not. */
  Revoking revoke(Access access) {
    HttpOutcome outcome =
        http.send(
            Xrpc.procedure(signedInAt(access.account()), "com.atproto.server.deleteSession")
                .bearer(access.credentials().secrets().getOrDefault(Xrpc.REFRESH, "")));
    boolean over =
        outcome instanceof Answered answer
            && (answer.ok() || Xrpc.error(answer).filter(OVER::contains).isPresent());
    return over ? Revoking.REVOKED : Revoking.NOT_CERTAIN;
  }

  private URI signedInAt(Account account) {
    return Optional.ofNullable(account.traits().get(Xrpc.ENTRYWAY))
        .flatMap(policy::server)
        .orElse(account.server());
  }

  /** An expired refresh token, or one revoked with its app password, cannot be refreshed. */
  private static Failure refreshFailure(Failure failure) {
    return failure.kind() == Kind.TOKEN_EXPIRED
        ? Failure.of(Kind.RECONNECT, failure.code(), failure.detail())
        : failure;
  }

  private Connecting signedIn(URI server, Answered answer) {
    if (!answer.ok()) {
      return new Connecting.Refused(signInFailure(answer));
    }
    Optional<JsonNode> session = Xrpc.success(answer);
    Optional<String> did =
        session.flatMap(s -> AnswerJson.text(s, "did")).filter(d -> d.startsWith("did:"));
    Optional<Credentials> credentials = session.flatMap(this::credentials);
    if (session.isEmpty() || did.isEmpty() || credentials.isEmpty()) {
      return refused(Kind.SERVER_NOT_FOUND, "NOT_ATPROTO", "the answer is no session");
    }
    if (session.get().path("active").isBoolean() && !session.get().path("active").booleanValue()) {
      String status = AnswerJson.text(session.get(), "status").orElse("inactive");
      return refused(Kind.ACCOUNT_BLOCKED, status, "the account is " + status);
    }
    Account account =
        new Account(
            Network.valueOf(BlueskyNetwork.NAME),
            pds(session.get()).orElse(server),
            did.get(),
            AnswerJson.text(session.get(), "handle").orElse(did.get()),
            Map.of(Xrpc.ENTRYWAY, server.toString()));
    return new Connecting.Connected(new Access(account, credentials.get()));
  }

  private Failure signInFailure(Answered answer) {
    Failure failure = failures.of(answer);
    boolean atproto = Xrpc.error(answer).isPresent();
    if (failure.code().endsWith("NotFound") && atproto) {
      return Failure.of(Kind.CREDENTIALS_WRONG, failure.code(), failure.detail());
    }
    return switch (failure.kind()) {
      case RECONNECT, TOKEN_EXPIRED, REJECTED, PERMISSION, TEXT_REJECTED, MEDIA_REJECTED ->
          Failure.of(
              atproto ? Kind.CREDENTIALS_WRONG : Kind.SERVER_NOT_FOUND,
              failure.code(),
              failure.detail());
      default -> failure;
    };
  }

  /**
   * The account's own server from its DID document. One that the host policy refuses is passed
   * over: the server signed in at forwards the calls.
   */
  private Optional<URI> pds(JsonNode session) {
    for (JsonNode service : session.path("didDoc").path("service")) {
      if (AnswerJson.text(service, "id").orElse("").endsWith("#atproto_pds")) {
        return AnswerJson.text(service, "serviceEndpoint").flatMap(policy::server);
      }
    }
    return Optional.empty();
  }

  private Optional<Credentials> credentials(JsonNode session) {
    Optional<String> access = AnswerJson.text(session, Xrpc.ACCESS);
    Optional<String> refresh = AnswerJson.text(session, Xrpc.REFRESH);
    if (access.isEmpty() || refresh.isEmpty()) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    Optional<Instant> expires = expiry(access.get());
    Duration renewed =
        expires
            .map(end -> Credentials.renewedAfter(Duration.between(now, end), access.get()))
            .orElse(UNREADABLE_REFRESH);
    return Optional.of(
        new Credentials(
            Map.of(Xrpc.ACCESS, access.get(), Xrpc.REFRESH, refresh.get()),
            Optional.of(now.plus(renewed)),
            expires));
  }

  /** The {@code exp} of a JWT. The token is opaque by contract, so anything else is no error. */
  private static Optional<Instant> expiry(String token) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    try {
      String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
      OptionalLong exp =
          AnswerJson.parse(claims)
              .map(c -> AnswerJson.number(c, "exp"))
              .orElse(OptionalLong.empty());
      return exp.isPresent() && exp.getAsLong() > 0 && exp.getAsLong() < 1L << 40
          ? Optional.of(Instant.ofEpochSecond(exp.getAsLong()))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * A name without its domain is of the server's own, where it gives names of one domain alone
   * (com.atproto.server.describeServer); else as it was typed, which the server then judges.
   */
  private String completed(URI server, String identifier) {
    if (identifier.isEmpty() || identifier.contains(".") || identifier.contains(":")) {
      return identifier;
    }
    HttpOutcome outcome = http.send(Xrpc.query(server, "com.atproto.server.describeServer"));
    Optional<JsonNode> described =
        outcome.match(Xrpc::success, notSent -> Optional.empty(), unknown -> Optional.empty());
    List<String> domains = new ArrayList<>();
    described.ifPresent(
        body -> body.path("availableUserDomains").forEach(one -> domains.add(one.asText(""))));
    return domains.size() == 1 && domains.get(0).startsWith(".")
        ? identifier + domains.get(0)
        : identifier;
  }

  /** Without the @ and the invisible direction marks that come along when a handle is copied. */
  private static String bare(String handle) {
    String clean = handle.replaceAll("[\\p{Cf}\\s]", "");
    return clean.startsWith("@") ? clean.substring(1) : clean;
  }

  private static Connecting refused(Kind kind, String code, String detail) {
    return new Connecting.Refused(Failure.of(kind, code, detail));
  }
}
