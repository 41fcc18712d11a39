package id.gaung.platform.x;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.kernel.Nets;
import id.gaung.platform.Access;
import id.gaung.platform.Connecting;
import id.gaung.platform.Credentials;
import id.gaung.platform.Failure;
import id.gaung.platform.Figure;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.Permit;
import id.gaung.platform.Pkce;
import id.gaung.platform.PublishMode;
import id.gaung.platform.Reading;
import id.gaung.platform.Refreshing;
import id.gaung.platform.RemotePost;
import id.gaung.platform.Revoking;
import id.gaung.platform.WebAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Connecting, renewing and giving back, and an account that people keep by hand. */
class XConnectTest extends XWorld {

  private static final String GRANT =
      "{\"token_type\":\"bearer\",\"expires_in\":%s,\"access_token\":\"a2\",\"refresh_token\":\"r2\"}";

  private static String scoped(String scope) {
    return "{\"access_token\":\"a2\",\"refresh_token\":\"r2\",\"scope\":\"" + scope + "\"}";
  }

  private static Failure refused(Connecting connecting) {
    assertThat(connecting).isInstanceOf(Connecting.Refused.class);
    return ((Connecting.Refused) connecting).failure();
  }

  private Credentials refreshed(String expires) {
    server.json(200, GRANT.formatted(expires));
    return client
        .refresh(access)
        .match(Refreshing.Refreshed::credentials, failed -> Credentials.NONE);
  }

  @Test
  void people_publish_by_hand_unless_somebody_decides_otherwise() {
    NetworkModule module = NetworkModule.of(Nets.X);
    assertThat(module.traits().modes()).containsExactly(PublishMode.BY_HAND, PublishMode.API);
    assertThat(module.permit()).isEqualTo(Permit.FOR_EVERYTHING);
  }

  @Test
  void the_person_agrees_with_state_and_pkce_and_the_secret_never_leaves_with_them() {
    Connecting.Redirect redirect =
        (Connecting.Redirect) client.connect(Map.of(), CALLBACK, "keadaan");

    assertThat(redirect.authorize().toString())
        .startsWith("https://x.com/i/oauth2/authorize?response_type=code&client_id=id-1&")
        .contains(
            "redirect_uri=" + WebAddress.encoded(CALLBACK.toString()),
            "scope=tweet.read%20tweet.write%20users.read%20media.write%20offline.access",
            "state=keadaan",
            "code_challenge_method=S256",
            "code_challenge="
                + new Pkce(redirect.pending().getOrDefault("code_verifier", "")).challenge())
        .doesNotContain("rahasia");
  }

  @Test
  void the_code_is_exchanged_by_a_confidential_client_with_the_same_redirect() {
    Connecting.Redirect redirect =
        (Connecting.Redirect) client.connect(Map.of(), CALLBACK, "keadaan");
    server
        .json(200, GRANT.formatted("7200"))
        .json(200, "{\"data\":{\"id\":\"14\",\"username\":\"Gaung_Bpp\"}}");

    Connecting.Connected done =
        (Connecting.Connected) client.complete(redirect.pending(), "kode", CALLBACK);

    var exchange = server.taken();
    assertThat(exchange.getHeaders().get("Authorization")).isEqualTo("Basic aWQtMTpyYWhhc2lh");
    assertThat(exchange.getBody() == null ? "" : exchange.getBody().utf8())
        .contains(
            "grant_type=authorization_code",
            "code=kode",
            "redirect_uri=https%3A%2F%2Fgaung.example",
            "code_verifier=" + redirect.pending().get("code_verifier"))
        .doesNotContain("rahasia");
    assertThat(done.access().account().handle()).isEqualTo("Gaung_Bpp");
    assertThat(done.access().toString()).doesNotContain("a2", "r2");
  }

  @Test
  void a_public_client_says_its_id_alone() {
    server.json(200, GRANT.formatted("7200"));
    client(Map.of("clientSecret", "")).refresh(access);

    var request = server.taken();
    assertThat(request.getHeaders().get("Authorization")).isNull();
    assertThat(request.getBody() == null ? "" : request.getBody().utf8())
        .contains("client_id=id-1");
  }

  @ParameterizedTest
  @CsvSource({
    "tweet.read users.read offline.access, platform.connecting.x-write",
    "tweet.read tweet.write users.read offline.access, platform.connecting.x-write",
    "tweet.read tweet.write users.read media.write, platform.connecting.x-offline",
    "tweet.write users.read media.write offline.access, platform.connecting.x-read",
  })
  void what_was_not_granted_is_named_in_a_sentence(String granted, String sentence) {
    server.json(200, scoped(granted));

    assertThat(refused(client.complete(Map.of(), "kode", CALLBACK)).code()).isEqualTo(sentence);
    assertThat(server.arrived()).isEqualTo(1);
  }

  @Test
  void without_an_app_nothing_is_asked_and_the_words_say_what_is_missing() {
    XClient bare = client(Map.of("clientId", "", "clientSecret", ""));

    assertThat(refused(bare.connect(Map.of(), CALLBACK, "s")).code())
        .isEqualTo("platform.connecting.x-settings");
    assertThat(bare.refresh(access)).isInstanceOf(Refreshing.Failed.class);
    assertThat(bare.revoke(access)).isEqualTo(Revoking.NOT_CERTAIN);
    assertThat(server.arrived()).isZero();
  }

  @Test
  void settings_that_cannot_be_right_are_told_when_it_starts() {
    assertThat(XApp.judge(settings(Map.of())).wrong()).isFalse();
    assertThat(XApp.judge(settings(Map.of("clientId", "", "clientSecret", ""))).wrong()).isFalse();
    assertThat(XApp.judge(settings(Map.of("clientId", ""))).wrong()).isTrue();
    assertThat(XApp.judge(settings(Map.of("postFields", "post.fields"))).wrong()).isFalse();
    assertThat(XApp.judge(settings(Map.of("postFields", "fields"))).wrong()).isTrue();
    assertThat(XApp.of(settings(Map.of())).toString()).doesNotContain("rahasia");
  }

  @Test
  void a_token_is_renewed_before_four_fifths_of_its_life_are_over() {
    Credentials fresh = refreshed("7200");
    assertThat(fresh.expiresAt()).contains(START.plus(Duration.ofHours(2)));
    assertThat(fresh.refreshAt().orElseThrow())
        .isBetween(START.plus(Duration.ofMinutes(90)), START.plus(Duration.ofMinutes(96)));
    assertThat(fresh.secrets()).containsEntry("refresh_token", "r2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-5", "\"7200\"", "null", "99999999999", "{}"})
  void a_life_that_makes_no_sense_is_two_hours(String expires) {
    assertThat(refreshed(expires).expiresAt()).contains(START.plus(Duration.ofHours(2)));
  }

  @Test
  void both_tokens_are_given_back() {
    server.json(200, "{\"revoked\":true}").json(200, "{\"revoked\":true}");
    assertThat(client.revoke(access)).isEqualTo(Revoking.REVOKED);
    assertThat(server.takenBody()).contains("token=putar");
    assertThat(server.takenBody()).contains("token=geheim");
    server.hangUp();
    assertThat(client.revoke(access)).isEqualTo(Revoking.NOT_CERTAIN);
  }

  /** Nobody is marked as disconnected for what X tells strangers. */
  @Test
  void an_account_by_hand_without_a_login_is_not_asked_for() {
    Access entered = access(Map.of());
    RemotePost post = new RemotePost(ID, Optional.empty());

    assertThat(client.read(entered, List.of(post)).get(post))
        .isInstanceOfSatisfying(
            Reading.Failed.class,
            f -> assertThat(f.failure().kind()).isEqualTo(Failure.Kind.PERMISSION));
    assertThat(client.followers(entered)).isEqualTo(Figure.missing(Figure.Gap.REFUSED));
    assertThat(server.arrived()).isZero();
  }
}
