package id.gaung.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.HttpOutcome.NotSent;
import id.gaung.platform.HttpOutcome.Unknown;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.ByteString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformHttpTest {

  private static final PlatformHttp.Timeouts SHORT =
      new PlatformHttp.Timeouts(
          Duration.ofSeconds(3), Duration.ofSeconds(1), Duration.ofSeconds(6));

  private final MockWebServer server = new MockWebServer();
  private final PlatformHttp http =
      new PlatformHttp(new PublicHosts(Set.of("localhost", "127.0.0.1")), SHORT);
  private URI base = URI.create("http://localhost");

  @BeforeEach
  void start() throws IOException {
    server.start(InetAddress.getLoopbackAddress(), 0);
    base = URI.create("http://127.0.0.1:" + server.getPort());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private PlatformRequest post() {
    return PlatformRequest.post(base, "/post").json(AnswerJson.object().put("a", "é").putNull("n"));
  }

  private MockResponse.Builder status(int code) {
    return new MockResponse.Builder().code(code);
  }

  @ParameterizedTest
  @CsvSource({
    "503,Retry-After,0",
    "503,Retry-After,00",
    "408,Retry-After,0",
    "408,Connection,close",
    "308,Location,/again",
    "307,Location,/again",
    "303,Location,/again",
    "302,Location,/again",
    "421,X-None,none",
    "401,WWW-Authenticate,Basic realm=x",
    "407,Proxy-Authenticate,Basic realm=x",
    "429,Retry-After,0",
    "500,Retry-After,0"
  })
  void nothingIsSentTwiceWhateverTheServerAnswers(int code, String header, String value) {
    for (int i = 0; i < 6; i++) {
      server.enqueue(status(code).addHeader(header, value).build());
    }

    HttpOutcome json = http.send(post());
    HttpOutcome bare = http.send(PlatformRequest.post(base, "/refresh"));
    HttpOutcome get = http.send(PlatformRequest.get(base, "/read"));
    HttpOutcome file =
        http.send(
            PlatformRequest.post(base, "/upload")
                .multipart(
                    Map.of("description", "x"),
                    java.util.List.of(
                        new FilePart(
                            "file",
                            "a.png",
                            "image/png",
                            1,
                            () -> new java.io.ByteArrayInputStream(new byte[1])))));

    assertThat(server.getRequestCount()).isEqualTo(4);
    if (code == 407) {
      return; // OkHttp takes it for a broken proxy, so the outcome is unknown; it came once
    }
    for (HttpOutcome outcome : java.util.List.of(json, bare, get, file)) {
      assertThat(outcome)
          .isInstanceOfSatisfying(Answered.class, a -> assertThat(a.status()).isEqualTo(code));
    }
  }

  @Test
  void sendsJsonWithItsExactTypeAndExplicitNulls() throws Exception {
    server.enqueue(status(200).body("{\"ok\":true}").addHeader("X-Seen", "yes").build());

    HttpOutcome outcome =
        http.send(
            post().query("uris", "at://a/b?c&d").query("uris", "x y+z").bearer("secret-token"));

    var seen = server.takeRequest();
    assertThat(seen.getTarget()).isEqualTo("/post?uris=at%3A%2F%2Fa%2Fb%3Fc%26d&uris=x%20y%2Bz");
    assertThat(seen.getHeaders().get("Content-Type")).isEqualTo("application/json");
    assertThat(seen.getHeaders().get("Authorization")).isEqualTo("Bearer secret-token");
    assertThat(seen.getBody().utf8()).isEqualTo("{\"a\":\"é\",\"n\":null}");
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Answered.class,
            a -> {
              assertThat(a.header("x-SEEN")).contains("yes");
              assertThat(a.json()).isPresent();
              assertThat(a.toString()).doesNotContain("true");
            });
    assertThat(post().bearer("secret-token").query("access_token", "secret-token").toString())
        .doesNotContain("secret-token");
  }

  @Test
  void aPostWithoutBodySaysSo() throws Exception {
    server.enqueue(status(200).build());
    http.send(PlatformRequest.post(base, "/refresh"));
    var seen = server.takeRequest();
    assertThat(seen.getHeaders().get("Content-Length")).isEqualTo("0");
    assertThat(seen.getHeaders().get("Content-Type")).isNull();
  }

  @Test
  void aDisconnectBeforeTheBodyWasReadIsUnknownAndNotRepeated() {
    server.enqueue(status(200).onRequestStart(new SocketEffect.CloseSocket()).build());
    server.enqueue(status(200).build());
    assertThat(http.send(post())).isInstanceOf(Unknown.class);
    assertThat(server.getRequestCount()).isLessThanOrEqualTo(1);
  }

  @Test
  void aDisconnectAfterTheRequestArrivedIsUnknownAndNotRepeated() throws Exception {
    server.enqueue(status(200).onResponseStart(new SocketEffect.CloseSocket()).build());
    server.enqueue(status(200).build());
    assertThat(http.send(post())).isInstanceOf(Unknown.class);
    assertThat(server.getRequestCount()).isEqualTo(1);
    assertThat(server.takeRequest().getBody().size()).isPositive();
    assertThat(server.takeRequest(300, TimeUnit.MILLISECONDS)).isNull();
  }

  @Test
  void aDisconnectInTheAnswersBodyIsUnknown() {
    server.enqueue(
        status(200)
            .body("x".repeat(100_000))
            .onResponseBody(new SocketEffect.CloseSocket())
            .build());
    assertThat(http.send(post())).isInstanceOf(Unknown.class);
  }

  @Test
  void silenceIsUnknownWithinTheTimeLimit() {
    server.enqueue(status(200).onResponseStart(SocketEffect.Stall.INSTANCE).build());
    assertThat(http.send(post())).isInstanceOf(Unknown.class);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aDrippingAnswerIsCutByTheCallsOwnLimit() {
    server.enqueue(
        status(200).body("x".repeat(1000)).throttleBody(1, 100, TimeUnit.MILLISECONDS).build());
    assertThat(http.send(post().timeout(Duration.ofMillis(500)))).isInstanceOf(Unknown.class);
  }

  @Test
  void anAnswerThatIsNotHttpIsUnknown() throws Exception {
    try (ServerSocket garbage = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread talker =
          new Thread(
              () -> {
                try (var socket = garbage.accept()) {
                  byte[] request = new byte[8192];
                  assertThat(socket.getInputStream().read(request)).isPositive();
                  socket
                      .getOutputStream()
                      .write("\u0000garbage\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                } catch (IOException e) {
                  throw new java.io.UncheckedIOException(e);
                }
              });
      talker.start();
      URI there = URI.create("http://127.0.0.1:" + garbage.getLocalPort());
      assertThat(http.send(PlatformRequest.post(there, "/"))).isInstanceOf(Unknown.class);
      talker.join(30_000);
      assertThat(talker.isAlive()).isFalse();
    }
  }

  @Test
  void anEndlessAnswerIsNotRead() {
    server.enqueue(status(200).body("x".repeat((int) PlatformHttp.MAX_ANSWER_BYTES + 1)).build());
    assertThat(http.send(post())).isInstanceOf(Unknown.class);
  }

  @Test
  void aClosedPortIsCertainlyNotSent() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    assertThat(http.send(PlatformRequest.post(URI.create("http://127.0.0.1:" + port), "/")))
        .isInstanceOfSatisfying(
            NotSent.class, n -> assertThat(n.reason()).isEqualTo(NotSent.Reason.NO_CONNECTION));
  }

  @Test
  void anUnknownNameIsCertainlyNotSent() {
    assertThat(http.send(PlatformRequest.post(URI.create("https://nowhere.invalid"), "/")))
        .isInstanceOfSatisfying(
            NotSent.class, n -> assertThat(n.reason()).isEqualTo(NotSent.Reason.NAME_UNKNOWN));
  }

  @Test
  void tlsToAServerWithoutTlsIsCertainlyNotSent() {
    URI tls = URI.create("https://127.0.0.1:" + server.getPort());
    assertThat(http.send(PlatformRequest.post(tls, "/"))).isInstanceOf(NotSent.class);
  }

  @Test
  void contentThatCannotBeReadIsOurOwnFault() {
    server.enqueue(status(200).build());
    HttpOutcome outcome =
        http.send(
            PlatformRequest.post(base, "/upload")
                .file(
                    "image/png",
                    10,
                    () -> {
                      throw new IOException("disk");
                    }));
    assertThat(outcome)
        .isInstanceOfSatisfying(
            NotSent.class,
            n -> assertThat(n.reason()).isEqualTo(NotSent.Reason.CONTENT_UNREADABLE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1", "https://127.0.0.1", "https://[::1]"})
  void anAddressOfTheOfficesOwnNetworkIsNeverAsked(String address) {
    PlatformHttp strict = new PlatformHttp(new PublicHosts(Set.of()), SHORT);
    URI there = URI.create(address + ":" + server.getPort());
    assertThat(strict.send(PlatformRequest.get(there, "/")))
        .isInstanceOfSatisfying(
            NotSent.class, n -> assertThat(n.reason()).isEqualTo(NotSent.Reason.REFUSED));
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void aPublicNameWithAPrivateAddressIsCaughtAfterResolving() {
    HostPolicy publicName =
        new HostPolicy() {
          @Override
          public java.util.Optional<URI> server(String typed) {
            return java.util.Optional.of(URI.create(typed));
          }

          @Override
          public boolean allows(String host, InetAddress address) {
            return new PublicHosts(Set.of()).allows(host, address);
          }
        };
    PlatformHttp strict = new PlatformHttp(publicName, SHORT);
    URI there = URI.create("http://localhost:" + server.getPort());
    assertThat(strict.send(PlatformRequest.get(there, "/")))
        .isInstanceOfSatisfying(
            NotSent.class, n -> assertThat(n.reason()).isEqualTo(NotSent.Reason.REFUSED));
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void aFileIsSentWithItsLengthAndType() throws Exception {
    server.enqueue(status(200).build());
    byte[] bytes = {1, 2, 3};
    http.send(
        PlatformRequest.post(base, "/upload")
            .file("image/jpeg", 3, () -> new java.io.ByteArrayInputStream(bytes)));
    var seen = server.takeRequest();
    assertThat(seen.getHeaders().get("Content-Type")).isEqualTo("image/jpeg");
    assertThat(seen.getHeaders().get("Content-Length")).isEqualTo("3");
    assertThat(seen.getBody()).isEqualTo(ByteString.of(bytes));
  }

  @Test
  void aServerOnOneAddressOfTwoIsFound() {
    server.enqueue(status(200).build());
    URI there = URI.create("http://localhost:" + server.getPort());
    assertThat(http.send(PlatformRequest.post(there, "/"))).isInstanceOf(Answered.class);
  }

  @Test
  void a_stop_ends_what_reads_at_once_and_lets_what_writes_end() throws Exception {
    CountDownLatch asked = new CountDownLatch(2);
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            asked.countDown();
            return "GET".equals(request.getMethod())
                ? status(200).headersDelay(5, TimeUnit.SECONDS).build()
                : status(200).body("{}").headersDelay(500, TimeUnit.MILLISECONDS).build();
          }
        });
    CompletableFuture<HttpOutcome> reading =
        CompletableFuture.supplyAsync(() -> http.send(PlatformRequest.get(base, "/slow")));
    CompletableFuture<HttpOutcome> writing = CompletableFuture.supplyAsync(() -> http.send(post()));
    assertThat(asked.await(5, TimeUnit.SECONDS)).isTrue();

    http.stopReading();

    assertThatThrownBy(() -> reading.get(30, TimeUnit.SECONDS))
        .hasCauseInstanceOf(CancellationException.class);
    assertThat(writing.get(30, TimeUnit.SECONDS)).isInstanceOf(HttpOutcome.Answered.class);
    assertThatThrownBy(() -> http.send(post())).isInstanceOf(CancellationException.class);
    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void a_writing_call_that_is_broken_off_has_an_unknown_outcome() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            asked.countDown();
            return status(200).headersDelay(5, TimeUnit.SECONDS).build();
          }
        });
    CompletableFuture<HttpOutcome> writing = CompletableFuture.supplyAsync(() -> http.send(post()));
    assertThat(asked.await(5, TimeUnit.SECONDS)).isTrue();

    http.stop();

    assertThat(writing.get(30, TimeUnit.SECONDS)).isInstanceOf(HttpOutcome.Unknown.class);
  }
}
