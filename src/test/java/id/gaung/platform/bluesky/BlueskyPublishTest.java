package id.gaung.platform.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.Picture;
import id.gaung.platform.Publication;
import id.gaung.platform.PublishStep;
import id.gaung.platform.RemotePost;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Publishing on Bluesky: fix the record, put it once, say what became of it. */
class BlueskyPublishTest extends BlueskyWorld {

  private static final String BLOB =
      "{\"$type\":\"blob\",\"ref\":{\"$link\":\"bafkrei1\"},\"mimeType\":\"image/jpeg\",\"size\":3}";

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
}
