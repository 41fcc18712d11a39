package id.gaung.platform.instagram;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.platform.Access;
import id.gaung.platform.Connecting;
import id.gaung.platform.Credentials;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.Refreshing;
import id.gaung.platform.meta.MetaApp;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connecting an account to Instagram and keeping its token alive. */
class InstagramConnectTest extends InstagramWorld {

  private static final URI CALLBACK =
      URI.create("https://gaung.example/channels/oauth/instagram/callback");

  private static Failure refused(Connecting connecting) {
    assertThat(connecting).isInstanceOf(Connecting.Refused.class);
    return ((Connecting.Refused) connecting).failure();
  }

  private static final String FLAT =
      "{\"access_token\":\"SHORT\",\"user_id\":17841400000000001,\"permissions\":"
          + "[\"instagram_business_basic\",\"instagram_business_content_publish\"]}";

  private static final String LONG =
      "{\"access_token\":\"LONG\",\"token_type\":\"bearer\",\"expires_in\":5183944}";

  @Test
  void sendsThePersonToInstagramWithNothingToType() {
    Connecting connecting = client.connect(Map.of(), CALLBACK, "the-state");

    assertThat(client.connectFields()).isEmpty();
    assertThat(connecting).isInstanceOf(Connecting.Redirect.class);
    assertThat(((Connecting.Redirect) connecting).authorize().toString())
        .startsWith("https://www.instagram.com/oauth/authorize?client_id=app-1&redirect_uri=")
        .contains("&response_type=code&", "&state=the-state")
        .contains(
            "instagram_business_basic%2Cinstagram_business_content_publish"
                + "%2Cinstagram_business_manage_insights"
                + "%2Cinstagram_business_manage_comments")
        .doesNotContain("app-secret");
  }

  @Test
  void saysClearlyThatItIsNotSetUp() {
    InstagramClient bare =
        new InstagramClient(server.http, config(new MetaApp("", ""), new MetaApp("", "")), clock);

    for (Connecting connecting :
        List.of(bare.connect(Map.of(), CALLBACK, "s"), bare.complete(Map.of(), "c", CALLBACK))) {
      assertThat(refused(connecting).kind()).isEqualTo(Kind.CREDENTIALS_WRONG);
      assertThat(refused(connecting).detail()).contains("not set up");
    }
    assertThat(server.arrived()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        FLAT,
        "{\"data\":[{\"access_token\":\"SHORT\",\"user_id\":\"17841\",\"permissions\":"
            + "\"instagram_business_basic,instagram_business_content_publish\"}]}",
        "{\"access_token\":\"SHORT\"}"
      })
  void changesTheCodeIntoALongTokenWhateverTheBodysShape(String grant) {
    server.json(200, grant).json(200, LONG).json(200, ME);

    Connecting connecting = client.complete(Map.of(), "the-code#_", CALLBACK);

    assertThat(connecting).isInstanceOf(Connecting.Connected.class);
    Access connected = ((Connecting.Connected) connecting).access();
    assertThat(connected.account().remoteId()).isEqualTo("17841400000000001");
    assertThat(connected.account().handle()).isEqualTo("promosi");
    assertThat(connected.account().server()).isEqualTo(server.address());
    Instant end = START.plusSeconds(5183944);
    assertThat(connected.credentials().expiresAt()).contains(end);
    assertThat(connected.credentials().refreshAt().orElseThrow())
        .isBetween(START.plus(Duration.ofDays(44)), START.plus(Duration.ofDays(48)));
    assertThat(connected.credentials().secrets()).containsEntry("access_token", "LONG");
    assertThat(server.takenBody())
        .contains("code=the-code", "grant_type=authorization_code")
        .doesNotContain("%23_");
    assertThat(server.taken().getTarget()).startsWith("/access_token?grant_type=ig_exchange_token");
    var me = server.taken();
    assertThat(me.getTarget()).startsWith("/v25.0/me?fields=user_id");
    assertThat(me.getHeaders().get("Authorization")).isEqualTo("Bearer LONG");
  }

  @Test
  void aUsedCodeIsWrong() {
    server.json(
        400,
        "{\"error_type\":\"OAuthException\",\"code\":400,\"error_message\":"
            + "\"Matching code was not found or was already used\"}");

    Failure failure = refused(client.complete(Map.of(), "c", CALLBACK));

    assertThat(failure.kind()).isEqualTo(Kind.CREDENTIALS_WRONG);
    assertThat(failure.detail()).contains("already used");
  }

  @Test
  void aPersonWhoDoesNotGrantPublishingIsToldSo() {
    server.json(200, "{\"access_token\":\"SHORT\",\"permissions\":[\"instagram_business_basic\"]}");

    assertThat(refused(client.complete(Map.of(), "c", CALLBACK)).kind()).isEqualTo(Kind.PERMISSION);
  }

  @Test
  void aPersonalAccountIsNoProfessionalOne() {
    server
        .json(200, FLAT)
        .json(200, LONG)
        .json(
            400,
            "{\"error\":{\"message\":\"the user is not an Instagram Business\",\"code\":100}}");

    assertThat(refused(client.complete(Map.of(), "c", CALLBACK)).kind())
        .isEqualTo(Kind.CREDENTIALS_WRONG);
  }

  @Test
  void aHiccupWhileConnectingIsOne() {
    server.html(502).hangUp();

    assertThat(refused(client.complete(Map.of(), "c", CALLBACK)).kind()).isEqualTo(Kind.TRANSIENT);
    Failure lost = refused(client.complete(Map.of(), "c", CALLBACK));
    assertThat(lost.kind()).isEqualTo(Kind.TRANSIENT);
    assertThat(lost.toString()).doesNotContain("app-secret");
  }

  @Test
  void theConfigurationDoesNotPrintItsSecret() {
    assertThat(config.toString()).doesNotContain("app-secret");
  }

  @Test
  void givesANewTokenWithANewLife() {
    server.json(200, "{\"access_token\":\"NEW\",\"expires_in\":5184000}");

    Refreshing refreshing = client.refresh(access);

    assertThat(refreshing).isInstanceOf(Refreshing.Refreshed.class);
    Credentials fresh = ((Refreshing.Refreshed) refreshing).credentials();
    assertThat(fresh.secrets())
        .containsEntry("access_token", "NEW")
        .containsEntry("obtained_at", START.toString());
    assertThat(fresh.expiresAt()).contains(START.plus(Duration.ofDays(60)));
    assertThat(server.taken().getTarget())
        .startsWith("/refresh_access_token?grant_type=ig_refresh_token&access_token=");
  }

  @Test
  void aTokenYoungerThanADayIsNotSentAtAll() {
    Refreshing refreshing = client.refresh(access(START.minus(Duration.ofHours(23))));

    assertThat(refreshing)
        .isInstanceOfSatisfying(
            Refreshing.Failed.class,
            f -> {
              assertThat(f.failure().kind()).isEqualTo(Kind.TRANSIENT);
              assertThat(f.failure().retryAfter()).contains(Duration.ofHours(1));
            });
    assertThat(server.arrived()).isZero();
  }

  @Test
  void anExpiredOrRevokedTokenNeedsAPerson() {
    server.json(400, error(190, 460));

    for (Access dead : List.of(access(START.minus(Duration.ofDays(61))), access)) {
      assertThat(client.refresh(dead))
          .isInstanceOfSatisfying(
              Refreshing.Failed.class,
              f -> assertThat(f.failure().kind()).isEqualTo(Kind.RECONNECT));
    }
    assertThat(server.arrived()).isEqualTo(1);
  }
}
