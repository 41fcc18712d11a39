package id.gaung.platform.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.platform.Access;
import id.gaung.platform.Connecting;
import id.gaung.platform.Credentials;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.Refreshing;
import id.gaung.platform.Revoking;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Connecting an account to Bluesky, refreshing its session and ending it. */
class BlueskyConnectTest extends BlueskyWorld {

  private static String jwt(Instant expires) {
    Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
    String claims = "{\"exp\":" + expires.getEpochSecond() + ",\"sub\":\"é\"}";
    return "e30." + encoder.encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + ".sig";
  }

  private String session(String accessJwt, String pds, String more) {
    return """
        {"accessJwt":"%s","refreshJwt":"refresh-2","handle":"toko.example.com","did":"%s",
         "didDoc":{"service":[{"id":"#other","serviceEndpoint":"https://no.example"},
          {"id":"%s#atproto_pds","type":"AtprotoPersonalDataServer","serviceEndpoint":"%s"}]}%s}
        """
        .formatted(accessJwt, DID, DID, pds, more);
  }

  private Map<String, String> input(String server) {
    return Map.of(
        "server", server, "handle", "\u202a@toko.example.com", "appPassword", "aaaa-bbbb");
  }

  private Connecting connect() {
    return client.connect(input(base), URI.create("https://gaung.example/cb"), "state");
  }

  @Test
  void signsInWithTheAppPasswordAndMovesToTheAccountsOwnServer() throws Exception {
    Instant expires = NOW.plusSeconds(7200);
    answer(200, session(jwt(expires), "https://morel.us-east.host.bsky.network/", ""));

    Access access = ((Connecting.Connected) connect()).access();

    RecordedRequest sent = server.takeRequest();
    assertThat(sent.getTarget()).isEqualTo("/xrpc/com.atproto.server.createSession");
    assertThat(sent.getHeaders().get("Content-Type")).isEqualTo("application/json");
    assertThat(sent.getBody().utf8())
        .isEqualTo("{\"identifier\":\"toko.example.com\",\"password\":\"aaaa-bbbb\"}");
    assertThat(access.account().server())
        .isEqualTo(URI.create("https://morel.us-east.host.bsky.network"));
    assertThat(access.account().remoteId()).isEqualTo(DID);
    assertThat(access.account().handle()).isEqualTo("toko.example.com");
    assertThat(access.account().traits()).containsEntry(Xrpc.ENTRYWAY, base);
    assertThat(access.credentials().secrets()).containsOnlyKeys(Xrpc.ACCESS, Xrpc.REFRESH);
    assertThat(access.credentials().expiresAt()).contains(expires);
    long life = Duration.between(NOW, expires).toSeconds();
    assertThat(access.credentials().refreshAt().orElseThrow())
        .isBetween(NOW.plusSeconds(life * 3 / 4), NOW.plusSeconds(life * 4 / 5));
  }

  /** People type "toko" for toko.bsky.social; where a server gives several domains it is asked. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"availableUserDomains\":[\".bsky.social\"]}|toko.bsky.social",
        "{\"availableUserDomains\":[\".a.example\",\".b.example\"]}|toko",
        "[]|toko"
      })
  void aNameWithoutItsDomainIsCompleted(String described, String sent) throws Exception {
    answer(200, described);
    answer(401, error("AuthenticationRequired"));
    client.connect(
        Map.of("server", base, "handle", "@toko", "appPassword", "aaaa-bbbb"),
        URI.create("https://gaung.example/cb"),
        "state");
    assertThat(server.takeRequest().getTarget())
        .isEqualTo("/xrpc/com.atproto.server.describeServer");
    assertThat(server.takeRequest().getBody().utf8()).contains("\"identifier\":\"" + sent + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://10.0.0.1", "http://pds.example", "nonsense"})
  void aServerTheHostPolicyRefusesIsPassedOver(String pds) {
    answer(200, session("opaque", pds, ""));
    Access access = ((Connecting.Connected) connect()).access();
    assertThat(access.account().server()).isEqualTo(URI.create(base));
    assertThat(access.credentials().expiresAt()).isEmpty();
    assertThat(access.credentials().refreshAt()).contains(NOW.plusSeconds(3600));
  }

  @ParameterizedTest
  @CsvSource({
    "401,AuthenticationRequired,CREDENTIALS_WRONG",
    "401,AuthFactorTokenRequired,CREDENTIALS_WRONG",
    "401,AccountTakedown,ACCOUNT_BLOCKED",
    "400,InvalidRequest,CREDENTIALS_WRONG",
    "429,RateLimitExceeded,RATE_LIMITED",
    "500,InternalServerError,TRANSIENT",
    "404,XRPCNotSupported,SERVER_NOT_FOUND"
  })
  void aRefusedSignInSaysWhatHelps(int status, String error, Kind kind) {
    answer(status, error(error));
    Failure failure = ((Connecting.Refused) connect()).failure();
    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.toString()).doesNotContain("aaaa-bbbb");
  }

  @ParameterizedTest
  @CsvSource({"200", "404", "405", "301"})
  void aServerThatSpeaksSomethingElseIsNotFound(int status) {
    answer(status, "<html>hello</html>");
    assertThat(((Connecting.Refused) connect()).failure().kind()).isEqualTo(Kind.SERVER_NOT_FOUND);
  }

  @Test
  void aServerOfTheOfficesNetworkIsNotAsked() {
    Connecting refused =
        client.connect(input("https://10.0.0.1"), URI.create("https://gaung.example"), "s");
    assertThat(((Connecting.Refused) refused).failure().kind()).isEqualTo(Kind.SERVER_NOT_FOUND);
  }

  @Test
  void aDeactivatedAccountIsNotConnected() {
    answer(200, session("opaque", base, ",\"active\":false,\"status\":\"deactivated\""));
    assertThat(((Connecting.Refused) connect()).failure())
        .isEqualTo(Failure.of(Kind.ACCOUNT_BLOCKED, "deactivated", "the account is deactivated"));
  }

  @Test
  void refreshesWithTheRefreshTokenAndNoBody() throws Exception {
    answer(200, session(jwt(NOW.plusSeconds(1200)), base, ""));

    Credentials fresh = ((Refreshing.Refreshed) client.refresh(access())).credentials();

    RecordedRequest sent = server.takeRequest();
    assertThat(sent.getTarget()).isEqualTo("/xrpc/com.atproto.server.refreshSession");
    assertThat(sent.getHeaders().get("Authorization")).isEqualTo("Bearer refresh-secret");
    assertThat(sent.getHeaders().get("Content-Type")).isNull();
    assertThat(sent.getBodySize()).isZero();
    assertThat(fresh.secrets()).containsEntry(Xrpc.REFRESH, "refresh-2");
    assertThat(fresh.refreshAt().orElseThrow())
        .isBetween(NOW.plusSeconds(900), NOW.plusSeconds(960));
    assertThat(fresh.toString()).doesNotContain("refresh-2");
  }

  @ParameterizedTest
  @CsvSource({
    "400,ExpiredToken,RECONNECT",
    "401,ExpiredToken,RECONNECT",
    "400,InvalidToken,RECONNECT",
    "401,AccountTakedown,ACCOUNT_BLOCKED",
    "502,UpstreamFailure,TRANSIENT"
  })
  void aRefusedRefreshSaysWhetherAPersonIsNeeded(int status, String error, Kind kind) {
    answer(status, error(error));
    assertThat(((Refreshing.Failed) client.refresh(access())).failure().kind()).isEqualTo(kind);
  }

  @Test
  void aRefreshWhoseAnswerWasLostPassesSinceTheOldTokenStillWorks() {
    server.enqueue(json(200, "").onResponseStart(new SocketEffect.CloseSocket()).build());
    assertThat(((Refreshing.Failed) client.refresh(access())).failure().passes()).isTrue();
    answer(200, session(jwt(NOW.plusSeconds(7200)), base, ""));
    assertThat(client.refresh(access())).isInstanceOf(Refreshing.Refreshed.class);
  }

  @Test
  void theSessionIsEndedWhenTheAccountIsDisconnected() throws Exception {
    answer(200, "");
    answer(400, error("ExpiredToken"));
    answer(500, error("InternalServerError"));
    assertThat(client.revoke(access())).isEqualTo(Revoking.REVOKED);
    assertThat(client.revoke(access())).isEqualTo(Revoking.REVOKED);
    assertThat(client.revoke(access())).isEqualTo(Revoking.NOT_CERTAIN);
    var asked = server.takeRequest();
    assertThat(asked.getTarget()).isEqualTo("/xrpc/com.atproto.server.deleteSession");
    assertThat(asked.getHeaders().get("Authorization"))
        .isEqualTo("Bearer " + access().credentials().secrets().get("refreshJwt"));
  }

  @Test
  void theNameIsLearnedFromTheProfileUnlessItIsNobodys() {
    answer(200, "{\"handle\":\"baru.example.com\",\"followersCount\":1}");
    answer(200, "{\"handle\":\"handle.invalid\",\"followersCount\":1}");
    assertThat(client.profile(access()).handle()).contains("baru.example.com");
    assertThat(client.profile(access()).handle()).isEmpty();
  }
}
