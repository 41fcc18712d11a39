package id.gaung.platform.threads;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.platform.Access;
import id.gaung.platform.Account;
import id.gaung.platform.Connecting;
import id.gaung.platform.Credentials;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.PostOption;
import id.gaung.platform.Refreshing;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Connecting an account to Threads and keeping its token alive. */
class ThreadsConnectTest extends ThreadsWorld {

  private static final URI CALLBACK =
      URI.create("https://gaung.example/channels/oauth/threads/callback");

  private static final String SHORT = "{\"access_token\":\"SHORT\",\"user_id\":2480}";

  private static Failure refused(Connecting connecting) {
    assertThat(connecting).isInstanceOf(Connecting.Refused.class);
    return ((Connecting.Refused) connecting).failure();
  }

  private static String token(long seconds) {
    return "{\"access_token\":\"LONG\",\"token_type\":\"bearer\",\"expires_in\":" + seconds + "}";
  }

  @Test
  void sendsThePersonToThreadsWithScopesByCommas() {
    Connecting connecting = client.connect(Map.of(), CALLBACK, "the-state");

    assertThat(((Connecting.Redirect) connecting).authorize().toString())
        .startsWith("https://threads.net/oauth/authorize?client_id=app-1&redirect_uri=")
        .contains(
            "redirect_uri=https%3A%2F%2Fgaung.example%2Fchannels%2Foauth%2Fthreads%2Fcallback&",
            "&response_type=code&",
            "&state=the-state",
            "scope=threads_basic%2Cthreads_content_publish%2Cthreads_manage_insights"
                + "%2Cthreads_delete%2Cthreads_manage_replies%2Cthreads_read_replies")
        .doesNotContain("app-secret");
  }

  @ParameterizedTest
  @CsvSource({"2480", "\"2480\""})
  void changesTheCodeIntoALongTokenAndTakesTheNumberForTheAccount(String id) {
    server
        .json(200, SHORT)
        .json(200, token(5183944))
        .json(200, carrying("threads_manage_replies"))
        .json(200, "{\"id\":" + id + ",\"username\":\"gaung.balikpapan\"}");

    Connecting connecting = client.complete(Map.of(), "the-code#_", CALLBACK);

    assertThat(connecting).isInstanceOf(Connecting.Connected.class);
    Access connected = ((Connecting.Connected) connecting).access();
    assertThat(connected.account().remoteId()).isEqualTo("2480");
    assertThat(connected.account().handle()).isEqualTo("gaung.balikpapan");
    assertThat(connected.credentials().expiresAt()).contains(START.plusSeconds(5183944));
    assertThat(connected.credentials().refreshAt().orElseThrow())
        .isBetween(START.plus(Duration.ofDays(44)), START.plus(Duration.ofDays(48)));
    var code = server.taken();
    assertThat(code.getTarget()).isEqualTo("/oauth/access_token");
    assertThat(code.getBody().utf8())
        .contains("code=the-code", "redirect_uri=https%3A%2F%2Fgaung.example%2Fchannels")
        .doesNotContain("%23_");
    assertThat(server.taken().getTarget()).startsWith("/access_token?grant_type=th_exchange_token");
    assertThat(server.taken().getTarget()).isEqualTo("/v1.0/debug_token?input_token=LONG");
    assertThat(server.taken().getTarget()).isEqualTo("/v1.0/me?fields=id%2Cusername");
  }

  @Test
  void aShortLifeIsNotRenewedBeforeThreadsAllowsIt() {
    server.json(200, SHORT).json(200, token(100_000)).json(200, carrying()).json(200, ME);

    Connecting connecting = client.complete(Map.of(), "c", CALLBACK);

    assertThat(((Connecting.Connected) connecting).access().credentials().refreshAt())
        .contains(START.plus(Duration.ofHours(24)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[\"threads_basic\",\"threads_content_publish\"]",
        "\"threads_basic,threads_content_publish\"",
        "\"threads_basic threads_content_publish\""
      })
  void whatThePersonDidNotGrantIsNamedWhereItIsTold(String granted) {
    server.json(200, "{\"access_token\":\"SHORT\",\"permissions\":" + granted + "}");

    Failure failure = refused(client.complete(Map.of(), "c", CALLBACK));

    assertThat(failure.kind()).isEqualTo(Kind.PERMISSION);
    assertThat(failure.detail()).endsWith("threads_manage_insights, threads_delete");
  }

  /** As "Debug access token" shows it, with what is needed. */
  private static String carrying(String... more) {
    String scopes =
        Stream.concat(
                Stream.of(
                    "threads_basic",
                    "threads_content_publish",
                    "threads_manage_insights",
                    "threads_delete"),
                Stream.of(more))
            .map(scope -> '"' + scope + '"')
            .collect(Collectors.joining(","));
    return "{\"data\":{\"type\":\"USER\",\"is_valid\":true,\"scopes\":[" + scopes + "]}}";
  }

  private Account connected(String debugged) {
    server
        .json(200, SHORT)
        .json(200, token(5183944))
        .json(debugged.contains("error") ? 400 : 200, debugged)
        .json(200, ME);
    Connecting connecting = client.complete(Map.of(), "c", CALLBACK);
    assertThat(connecting).isInstanceOf(Connecting.Connected.class);
    return ((Connecting.Connected) connecting).access().account();
  }

  @Test
  void threadsAreOfferedWhereThePersonAllowedThem() {
    NetworkModule module = NetworkModule.of(client.network());

    Account may = connected(carrying("threads_manage_replies", "threads_read_replies"));
    assertThat(module.options(may)).containsExactly(PostOption.THREAD);
    assertThat(module.lacks(may)).isEmpty();

    Account declined = connected(carrying("threads_read_replies"));
    assertThat(module.options(declined)).isEmpty();
    assertThat(module.lacks(declined)).contains("platform.login.lacks.THREADS.granted");

    assertThat(module.options(access.account())).as("connected before it was asked for").isEmpty();
  }

  /** The question is answered to testers of the app alone; then the network itself says no. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"error\":{\"message\":\"not a tester\",\"code\":10}}",
        "{\"data\":{\"scopes\":\"\"}}",
        "{\"data\":[]}",
        "[]",
        "null",
        "nonsense"
      })
  void whereNobodySaysWhatWasAllowedWhatWasAskedForCounts(String answer) {
    assertThat(NetworkModule.of(client.network()).options(connected(answer)))
        .containsExactly(PostOption.THREAD);
  }

  @Test
  void whatTheTokenDoesNotCarryIsNamed() {
    server
        .json(200, SHORT)
        .json(200, token(5183944))
        .json(200, "{\"data\":{\"scopes\":[\"threads_basic\",\"threads_content_publish\"]}}");

    Failure failure = refused(client.complete(Map.of(), "c", CALLBACK));

    assertThat(failure.notGranted()).contains("threads_manage_insights, threads_delete");
  }

  @Test
  void aUsedCodeIsWrongAndAHiccupIsOne() {
    server
        .json(
            400,
            "{\"error_type\":\"OAuthException\",\"code\":400,\"error_message\":"
                + "\"Matching code was not found or was already used\"}")
        .html(502);

    assertThat(refused(client.complete(Map.of(), "c", CALLBACK)).kind())
        .isEqualTo(Kind.CREDENTIALS_WRONG);
    assertThat(refused(client.complete(Map.of(), "c", CALLBACK)).kind()).isEqualTo(Kind.TRANSIENT);
  }

  @Test
  void withoutAnAppNothingIsAsked() {
    ThreadsClient bare =
        new ThreadsClient(
            server.http,
            new id.gaung.platform.meta.MetaApp("", ""),
            ThreadsHosts.of(settings(Map.of())),
            clock);

    assertThat(refused(bare.connect(Map.of(), CALLBACK, "s")).detail())
        .startsWith("Threads is not set up");
    assertThat(new id.gaung.platform.meta.MetaApp("4711", "app-secret").toString())
        .doesNotContain("app-secret");
  }

  @Test
  void aTokenIsRenewedAfterADayAndDeadAtItsEnd() {
    server.json(200, token(5184000)).json(400, error(190, 463));

    Refreshing renewed = client.refresh(access);

    Credentials fresh = ((Refreshing.Refreshed) renewed).credentials();
    assertThat(fresh.refreshAt().orElseThrow())
        .isBetween(START.plus(Duration.ofDays(45)), START.plus(Duration.ofDays(48)));
    assertThat(server.taken().getTarget())
        .startsWith("/refresh_access_token?grant_type=th_refresh_token&access_token=");
    assertThat(kind(client.refresh(access))).isEqualTo(Kind.RECONNECT);
    Instant young = START.minus(Duration.ofHours(23));
    assertThat(kind(client.refresh(access(young)))).isEqualTo(Kind.TRANSIENT);
    assertThat(kind(client.refresh(access(START.minus(Duration.ofDays(61))))))
        .isEqualTo(Kind.RECONNECT);
    assertThat(server.arrived()).isEqualTo(2);
  }

  private static Kind kind(Refreshing refreshing) {
    assertThat(refreshing).isInstanceOf(Refreshing.Failed.class);
    return ((Refreshing.Failed) refreshing).failure().kind();
  }
}
