package id.gaung.platform.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.gaung.platform.Access;
import id.gaung.platform.Account;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Connecting;
import id.gaung.platform.Credentials;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.Figure;
import id.gaung.platform.LookUp;
import id.gaung.platform.LookUpRequest;
import id.gaung.platform.Metric;
import id.gaung.platform.Network;
import id.gaung.platform.Picture;
import id.gaung.platform.PlatformHttp;
import id.gaung.platform.Presence;
import id.gaung.platform.PublicHosts;
import id.gaung.platform.Publication;
import id.gaung.platform.PublishStep;
import id.gaung.platform.Reading;
import id.gaung.platform.Refreshing;
import id.gaung.platform.RemotePost;
import id.gaung.platform.Revoking;
import id.gaung.platform.SteppedClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlueskyClientTest {

  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private final SteppedClock clock = new SteppedClock(NOW);
  private static final String DID = "did:plc:abc123";
  private static final String BLOB =
      "{\"$type\":\"blob\",\"ref\":{\"$link\":\"bafkrei1\"},\"mimeType\":\"image/jpeg\",\"size\":3}";

  private final MockWebServer server = new MockWebServer();
  private final PublicHosts hosts = new PublicHosts(Set.of("localhost", "127.0.0.1"));
  private final BlueskyClient client =
      new BlueskyClient(
          new PlatformHttp(
              hosts,
              new PlatformHttp.Timeouts(
                  Duration.ofSeconds(3), Duration.ofSeconds(1), Duration.ofSeconds(6))),
          hosts,
          clock,
          BlueskyClient.SERVER_OF_MOST,
          BlueskyClient.WEB);
  private final Publication text =
      new Publication(new UUID(0x7000L, 0x8001L), NOW, "Kopi #Batik", "id", List.of());
  private String base = "";

  @BeforeEach
  void start() throws IOException {
    server.start(InetAddress.getLoopbackAddress(), 0);
    base = "http://127.0.0.1:" + server.getPort();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void answer(int status, String body) {
    server.enqueue(json(status, body).build());
  }

  private static MockResponse.Builder json(int status, String body) {
    return new MockResponse.Builder()
        .code(status)
        .addHeader("Content-Type", "application/json; charset=utf-8")
        .body(body);
  }

  private static String error(String name) {
    return "{\"error\":\"" + name + "\",\"message\":\"words of " + name + "\"}";
  }

  private Access access() {
    return new Access(
        new Account(
            Network.BLUESKY,
            URI.create(base),
            DID,
            "toko.example.com",
            Map.of(Xrpc.ENTRYWAY, base)),
        new Credentials(
            Map.of(Xrpc.ACCESS, "access-secret", Xrpc.REFRESH, "refresh-secret"),
            Optional.empty(),
            Optional.empty()));
  }

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

  private Checkpoint fixed() {
    return ((PublishStep.Continue) client.publish(access(), text, Checkpoint.START)).checkpoint();
  }

  private String uri(Checkpoint checkpoint) {
    return "at://" + DID + "/app.bsky.feed.post/" + checkpoint.values().get("rkey");
  }

  private String put(Checkpoint checkpoint) {
    return "{\"uri\":\"" + uri(checkpoint) + "\",\"cid\":\"bafy\"}";
  }

  private static Failure failure(PublishStep step) {
    return step.match(
        p -> null, c -> null, PublishStep.Failed::failure, PublishStep.Unknown::failure);
  }

  // Connecting

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
    assertThat(access.credentials().refreshAt()).contains(expires.minusSeconds(900));
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

  // Refreshing

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
    assertThat(fresh.refreshAt()).contains(NOW.plusSeconds(600));
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

  // Publishing

  @Test
  void aTextIsFixedFirstAndThenPutOnceToAKeyThatMustBeFree() throws Exception {
    Checkpoint fixed = fixed();
    assertThat(server.getRequestCount()).isZero();
    answer(200, put(fixed));

    PublishStep step = client.publish(access(), text, fixed);

    String rkey = Tid.of(text.id(), NOW);
    assertThat(step)
        .isEqualTo(
            new PublishStep.Published(
                new RemotePost(
                    "at://did:plc:abc123/app.bsky.feed.post/" + rkey,
                    Optional.of(
                        URI.create("https://bsky.app/profile/did:plc:abc123/post/" + rkey)))));
    RecordedRequest sent = server.takeRequest();
    assertThat(sent.getMethod()).isEqualTo("POST");
    assertThat(sent.getTarget()).isEqualTo("/xrpc/com.atproto.repo.putRecord");
    assertThat(sent.getHeaders().get("Authorization")).isEqualTo("Bearer access-secret");
    JsonNode body = AnswerJson.parse(sent.getBody().utf8()).orElseThrow();
    assertThat(body.has("swapRecord")).isTrue();
    assertThat(body.path("swapRecord").isNull()).isTrue();
    assertThat(body.path("repo").textValue()).isEqualTo(DID);
    assertThat(body.path("collection").textValue()).isEqualTo("app.bsky.feed.post");
    assertThat(body.path("rkey").textValue()).isEqualTo(rkey);
    assertThat(body.at("/record/createdAt").textValue()).isEqualTo("2026-11-24T10:00:00.000Z");
    assertThat(body.at("/record/facets/0/features/0/tag").textValue()).isEqualTo("Batik");
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void mentionsBecomeDidsAndUnknownOnesStayText() throws Exception {
    answer(200, "{\"did\":\"did:plc:satu\"}");
    answer(400, error("InvalidRequest"));
    Publication mentioning =
        new Publication(
            new UUID(1, 1),
            NOW,
            "@Satu.example.com @dua.example.com @satu.example.com",
            "id",
            List.of());

    PublishStep step = client.publish(access(), mentioning, Checkpoint.START);

    assertThat(server.takeRequest().getTarget())
        .isEqualTo("/xrpc/com.atproto.identity.resolveHandle?handle=satu.example.com");
    assertThat(server.getRequestCount()).isEqualTo(2);
    Map<String, String> values = ((PublishStep.Continue) step).checkpoint().values();
    JsonNode record = AnswerJson.parse(values.getOrDefault("record", "")).orElseThrow();
    assertThat(record.path("facets").findValuesAsText("did"))
        .containsExactly("did:plc:satu", "did:plc:satu");
  }

  private Publication illustrated() {
    byte[] bytes = {1, 2, 3};
    return new Publication(
        new UUID(2, 2),
        NOW,
        "",
        "id",
        List.of(
            new Picture(
                () -> new ByteArrayInputStream(bytes),
                URI.create("https://gaung.example/p"),
                "image/jpeg",
                3,
                4,
                3,
                "Secangkir kopi")));
  }

  @Test
  void aPictureIsUploadedThenNamedInTheRecordAndUploadedAgainIfTheServerLostIt() throws Exception {
    answer(200, "{\"blob\":" + BLOB + "}");
    Checkpoint uploaded =
        ((PublishStep.Continue) client.publish(access(), illustrated(), Checkpoint.START))
            .checkpoint();
    RecordedRequest upload = server.takeRequest();
    assertThat(upload.getTarget()).isEqualTo("/xrpc/com.atproto.repo.uploadBlob");
    assertThat(upload.getHeaders().get("Content-Type")).isEqualTo("image/jpeg");
    assertThat(upload.getHeaders().get("Content-Length")).isEqualTo("3");

    Checkpoint fixed =
        ((PublishStep.Continue) client.publish(access(), illustrated(), uploaded)).checkpoint();
    answer(400, error("BlobNotFound"));
    Checkpoint back =
        ((PublishStep.Continue) client.publish(access(), illustrated(), fixed)).checkpoint();
    JsonNode sent = AnswerJson.parse(server.takeRequest().getBody().utf8()).orElseThrow();
    assertThat(sent.at("/record/embed/images/0/image"))
        .isEqualTo(AnswerJson.parse(BLOB).orElseThrow());
    assertThat(sent.at("/record/embed/images/0/alt").textValue()).isEqualTo("Secangkir kopi");

    answer(200, "{\"blob\":" + BLOB + "}");
    Checkpoint again =
        ((PublishStep.Continue) client.publish(access(), illustrated(), back)).checkpoint();
    assertThat(server.takeRequest().getTarget()).endsWith("uploadBlob");
    Checkpoint fixedAgain =
        ((PublishStep.Continue) client.publish(access(), illustrated(), again)).checkpoint();
    assertThat(fixedAgain.values().get("record")).isEqualTo(fixed.values().get("record"));
    assertThat(fixedAgain.values().get("rkey")).isEqualTo(fixed.values().get("rkey"));
  }

  @Test
  void blobsThatGetLostAgainAndAgainAreAFailureAndNoLoop() {
    Checkpoint checkpoint = Checkpoint.START;
    for (int round = 0; round < 3; round++) {
      answer(200, "{\"blob\":" + BLOB + "}");
      checkpoint =
          ((PublishStep.Continue) client.publish(access(), illustrated(), checkpoint)).checkpoint();
      checkpoint =
          ((PublishStep.Continue) client.publish(access(), illustrated(), checkpoint)).checkpoint();
      answer(400, error("BlobNotFound"));
      PublishStep step = client.publish(access(), illustrated(), checkpoint);
      if (round == 2) {
        assertThat(failure(step).kind()).isEqualTo(Kind.MEDIA_REJECTED);
      } else {
        checkpoint = ((PublishStep.Continue) step).checkpoint();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "413,PayloadTooLarge,MEDIA_REJECTED",
    "400,InvalidMimeType,MEDIA_REJECTED",
    "400,ExpiredToken,TOKEN_EXPIRED",
    "500,InternalServerError,TRANSIENT"
  })
  void aRefusedUploadIsAFailureOfThisStepAlone(int status, String error, Kind kind) {
    answer(status, error(error));
    PublishStep step = client.publish(access(), illustrated(), Checkpoint.START);
    assertThat(step)
        .isInstanceOfSatisfying(
            PublishStep.Failed.class, f -> assertThat(f.failure().kind()).isEqualTo(kind));
  }

  @ParameterizedTest
  @CsvSource({
    "400,ExpiredToken,TOKEN_EXPIRED",
    "401,ExpiredToken,TOKEN_EXPIRED",
    "400,InvalidToken,RECONNECT",
    "401,AuthMissing,RECONNECT",
    "401,AccountDeactivated,ACCOUNT_BLOCKED",
    "403,AccountNotFound,ACCOUNT_BLOCKED",
    "403,ScopeMissingError,PERMISSION",
    "400,InvalidMimeType,MEDIA_REJECTED",
    "400,InvalidRequest,REJECTED",
    "413,PayloadTooLarge,REJECTED",
    "501,MethodNotImplemented,REJECTED"
  })
  void aRefusedPutSaysWhatHelps(int status, String error, Kind kind) {
    Checkpoint fixed = fixed();
    answer(status, error(error));
    PublishStep step = client.publish(access(), text, fixed);
    assertThat(step).isInstanceOf(PublishStep.Failed.class);
    assertThat(failure(step).kind()).isEqualTo(kind);
    assertThat(failure(step).code()).isEqualTo(error);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aTextTheServerFindsTooLongIsATextRejected() {
    Checkpoint fixed = fixed();
    answer(
        400,
        "{\"error\":\"InvalidRequest\",\"message\":\"Invalid app.bsky.feed.post record:"
            + " Record/text must not be longer than 300 graphemes\"}");
    assertThat(failure(client.publish(access(), text, fixed)).kind()).isEqualTo(Kind.TEXT_REJECTED);
  }

  @Test
  void tooManyRequestsWaitAsTold() {
    Checkpoint fixed = fixed();
    server.enqueue(
        json(429, error("RateLimitExceeded"))
            .addHeader("Retry-After", "42")
            .addHeader("RateLimit-Reset", NOW.getEpochSecond() + 99)
            .build());
    server.enqueue(
        json(429, error("RateLimitExceeded"))
            .addHeader("RateLimit-Reset", NOW.getEpochSecond() + 99)
            .build());
    server.enqueue(json(429, "<html>slow down</html>").build());

    assertThat(failure(client.publish(access(), text, fixed)).retryAfter())
        .contains(Duration.ofSeconds(42));
    assertThat(failure(client.publish(access(), text, fixed)).retryAfter())
        .contains(Duration.ofSeconds(99));
    Failure untold = failure(client.publish(access(), text, fixed));
    assertThat(untold.kind()).isEqualTo(Kind.RATE_LIMITED);
    assertThat(untold.retryAfter()).contains(Duration.ofMinutes(1));
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504, 408})
  void aServerInTroubleLeavesThePutUnknownAndIsNotAskedAgain(int status) {
    Checkpoint fixed = fixed();
    server.enqueue(json(status, "<html>").addHeader("Retry-After", "0").build());
    answer(200, put(fixed));
    assertThat(client.publish(access(), text, fixed)).isInstanceOf(PublishStep.Unknown.class);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "garbage", "{}", "[1]", "{\"uri\":7}"})
  void anUnreadableSuccessIsUnknown(String body) {
    Checkpoint fixed = fixed();
    answer(200, body);
    assertThat(client.publish(access(), text, fixed)).isInstanceOf(PublishStep.Unknown.class);
  }

  @Test
  void aDisconnectBeforeTheBodyWasReadIsUnknown() {
    Checkpoint fixed = fixed();
    server.enqueue(json(200, "").onRequestBody(new SocketEffect.CloseSocket()).build());
    assertThat(client.publish(access(), text, fixed)).isInstanceOf(PublishStep.Unknown.class);
  }

  @Test
  void anAnswerLostAfterThePutIsUnknownAndFoundByLookingUp() throws Exception {
    Checkpoint fixed = fixed();
    server.enqueue(json(200, put(fixed)).onResponseStart(new SocketEffect.CloseSocket()).build());

    assertThat(client.publish(access(), text, fixed)).isInstanceOf(PublishStep.Unknown.class);
    assertThat(server.getRequestCount()).isEqualTo(1);
    server.takeRequest();

    answer(200, stored(fixed, fixed.values().getOrDefault("record", "")));
    LookUp found = client.lookUp(access(), LookUpRequest.of(text, fixed));
    assertThat(server.takeRequest().getTarget())
        .isEqualTo(
            "/xrpc/com.atproto.repo.getRecord?repo=did%3Aplc%3Aabc123"
                + "&collection=app.bsky.feed.post&rkey="
                + fixed.values().get("rkey"));
    assertThat(found)
        .isInstanceOfSatisfying(
            LookUp.Found.class, f -> assertThat(f.post().remoteId()).isEqualTo(uri(fixed)));
  }

  private String stored(Checkpoint checkpoint, String record) {
    return "{\"uri\":\"" + uri(checkpoint) + "\",\"cid\":\"bafy\",\"value\":" + record + "}";
  }

  @Test
  void aSlowServerIsUnknownWithinTheTimeLimit() {
    Checkpoint fixed = fixed();
    server.enqueue(json(200, "").onResponseStart(SocketEffect.Stall.INSTANCE).build());
    assertThat(client.publish(access(), text, fixed)).isInstanceOf(PublishStep.Unknown.class);
  }

  @Test
  void aServerThatIsDownIsAFailureThatPasses() {
    Checkpoint fixed = fixed();
    server.close();
    assertThat(client.publish(access(), text, fixed))
        .isInstanceOfSatisfying(
            PublishStep.Failed.class,
            f -> {
              assertThat(f.failure().kind()).isEqualTo(Kind.TRANSIENT);
              assertThat(f.checkpoint().values())
                  .as("nothing arrived: its time is made anew")
                  .doesNotContainKey("record")
                  .containsEntry("rkey", fixed.values().get("rkey"));
            });
  }

  @Test
  void aTakenKeyIsOursIfItHoldsOurRecord() {
    Checkpoint fixed = fixed();
    answer(400, error("InvalidSwap"));
    answer(200, stored(fixed, fixed.values().getOrDefault("record", "")));
    assertThat(client.publish(access(), text, fixed)).isInstanceOf(PublishStep.Published.class);

    answer(400, error("InvalidSwap"));
    answer(200, stored(fixed, other(fixed)));
    assertThat(failure(client.publish(access(), text, fixed)).kind()).isEqualTo(Kind.REJECTED);

    answer(400, error("InvalidSwap"));
    answer(503, "");
    assertThat(client.publish(access(), text, fixed)).isInstanceOf(PublishStep.Unknown.class);
  }

  @Test
  void whatCertainlyDidNotArriveGetsItsTimeAnewAtTheSameKey() {
    Checkpoint fixed = fixed();
    answer(429, error("RateLimitExceeded"));
    PublishStep.Failed failed = (PublishStep.Failed) client.publish(access(), text, fixed);
    clock.step(Duration.ofMinutes(1));

    Checkpoint again =
        ((PublishStep.Continue) client.publish(access(), text, failed.checkpoint())).checkpoint();

    assertThat(again.values().get("record")).contains("2026-11-24T10:01:00.000Z");
    assertThat(again.values()).containsEntry("rkey", fixed.values().get("rkey"));
    answer(400, error("InvalidSwap"));
    answer(200, stored(fixed, fixed.values().get("record")));
    assertThat(client.publish(access(), text, again))
        .as("an earlier call arrived after all")
        .isInstanceOf(PublishStep.Published.class);
  }

  private static String other(Checkpoint checkpoint) {
    ObjectNode record =
        (ObjectNode) AnswerJson.parse(checkpoint.values().getOrDefault("record", "")).orElseThrow();
    return AnswerJson.write(record.put("text", "lain"));
  }

  @Test
  void lookingUpTellsAbsenceFromIgnorance() {
    Checkpoint fixed = fixed();
    answer(400, error("RecordNotFound"));
    answer(400, error("InvalidRequest"));
    answer(502, "<html>bad gateway</html>");
    answer(200, "garbage");
    answer(200, stored(fixed, other(fixed)));

    assertThat(client.lookUp(access(), LookUpRequest.of(text, fixed)))
        .isEqualTo(new LookUp.NotPublished(fixed));
    for (int i = 0; i < 4; i++) {
      assertThat(client.lookUp(access(), LookUpRequest.of(text, fixed)))
          .isInstanceOf(LookUp.Undecided.class);
    }
    assertThat(server.getRequestCount()).isEqualTo(5);
  }

  @Test
  void beforeTheRecordWasFixedNothingCanBeOut() {
    assertThat(client.lookUp(access(), LookUpRequest.of(text, Checkpoint.START)))
        .isEqualTo(new LookUp.NotPublished(Checkpoint.START));
    assertThat(server.getRequestCount()).isZero();
  }

  // Reading

  private static RemotePost post(String rkey) {
    return new RemotePost("at://" + DID + "/app.bsky.feed.post/" + rkey, Optional.empty());
  }

  private static Map<Metric, Figure> figures(Map<RemotePost, Reading> readings, RemotePost post) {
    Reading reading = readings.getOrDefault(post, new Reading.Absent());
    return reading.match(Reading.Measured::figures, a -> Map.of(), f -> Map.of());
  }

  @Test
  void readsCountsKeyedByAddressAndNeverTakesAbsentForZero() throws Exception {
    answer(
        200,
        """
        {"posts":[
         {"uri":"%s","likeCount":41,"replyCount":3,"repostCount":5,"quoteCount":1,"bookmarkCount":2},
         {"uri":"%s","likeCount":0,"repostCount":5}]}
        """
            .formatted(post("b").remoteId(), post("a").remoteId()));

    Map<RemotePost, Reading> readings =
        client.read(
            access(),
            List.of(post("a"), post("b"), post("c"), new RemotePost("x", Optional.empty())));

    RecordedRequest sent = server.takeRequest();
    assertThat(sent.getHeaders().get("Authorization")).isEqualTo("Bearer access-secret");
    assertThat(sent.getUrl().queryParameterValues("uris"))
        .containsExactly(post("a").remoteId(), post("b").remoteId(), post("c").remoteId());
    Map<Metric, Figure> b = figures(readings, post("b"));
    assertThat(b).containsOnlyKeys(Metric.values());
    assertThat(b.get(Metric.LIKES)).isEqualTo(Figure.of(41));
    assertThat(b.get(Metric.COMMENTS)).isEqualTo(Figure.of(3));
    assertThat(b.get(Metric.SHARES)).isEqualTo(Figure.of(6));
    for (Metric metric : List.of(Metric.VIEWS, Metric.REACH, Metric.SAVES)) {
      assertThat(b.get(metric)).isEqualTo(Figure.missing(Figure.Gap.NOT_OFFERED));
    }
    Map<Metric, Figure> a = figures(readings, post("a"));
    assertThat(a.get(Metric.LIKES)).isEqualTo(Figure.of(0));
    assertThat(a.get(Metric.COMMENTS)).isEqualTo(Figure.missing(Figure.Gap.NOT_YET));
    assertThat(a.get(Metric.SHARES)).isEqualTo(Figure.missing(Figure.Gap.NOT_YET));
    assertThat(readings.get(post("c"))).isEqualTo(new Reading.Absent());
    assertThat(readings.get(new RemotePost("x", Optional.empty())))
        .isInstanceOf(Reading.Failed.class);
  }

  @ParameterizedTest
  @CsvSource({
    "400,ExpiredToken,TOKEN_EXPIRED",
    "429,RateLimitExceeded,RATE_LIMITED",
    "502,UpstreamFailure,TRANSIENT"
  })
  void aFailedReadingIsSaidForEveryPost(int status, String error, Kind kind) {
    answer(status, error(error));
    assertThat(client.read(access(), List.of(post("a"), post("b"))).values())
        .hasSize(2)
        .allMatch(r -> ((Reading.Failed) r).failure().kind() == kind);
  }

  @Test
  void presenceIsAskedAtTheSource() {
    answer(200, "{\"uri\":\"" + post("a").remoteId() + "\",\"value\":{}}");
    answer(400, error("RecordNotFound"));
    answer(503, "");
    assertThat(client.presence(access(), post("a"))).isEqualTo(Presence.PRESENT);
    assertThat(client.presence(access(), post("a"))).isEqualTo(Presence.GONE);
    assertThat(client.presence(access(), post("a"))).isEqualTo(Presence.UNKNOWN);
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

  @Test
  void followersAreKnownOrMissingForAReason() throws Exception {
    answer(200, "{\"did\":\"x\",\"followersCount\":1234}");
    answer(200, "{\"did\":\"x\"}");
    answer(403, error("ScopeMissingError"));
    assertThat(client.followers(access())).isEqualTo(Figure.of(1234));
    assertThat(server.takeRequest().getTarget())
        .isEqualTo("/xrpc/app.bsky.actor.getProfile?actor=did%3Aplc%3Aabc123");
    assertThat(client.followers(access())).isEqualTo(Figure.missing(Figure.Gap.NOT_YET));
    assertThat(client.followers(access())).isEqualTo(Figure.missing(Figure.Gap.REFUSED));
  }
}
