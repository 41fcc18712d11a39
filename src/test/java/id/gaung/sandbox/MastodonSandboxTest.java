package id.gaung.sandbox;

import static id.gaung.kernel.Nets.MASTODON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The instance, apps, sign-in and tokens of the practice Mastodon. */
class MastodonSandboxTest extends MastodonPractice {

  /** The pair of RFC 7636, appendix B. */
  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  @Test
  void the_instance_tells_its_limits_in_both_versions() throws IOException {
    for (String version : List.of("v2", "v1")) {
      JsonNode configuration =
          WORLD
              .send(WORLD.request(MASTODON, "/api/" + version + "/instance"))
              .json()
              .path("configuration");
      assertThat(configuration.path("statuses").path("max_characters").asInt()).isEqualTo(500);
      assertThat(configuration.path("media_attachments").path("supported_mime_types").toString())
          .contains("image/jpeg");
    }
  }

  @Test
  void an_app_needs_a_name() throws IOException {
    Reply reply =
        WORLD.send(
            json("/api/v1/apps", Optional.empty())
                .POST(PracticeWorld.json(PracticeJson.object().put("redirect_uris", CALLBACK))));
    refused(reply, 422, "Application name can't be blank");
  }

  @Test
  void the_authorize_page_shows_the_accounts_and_an_allow_button() throws IOException {
    Reply page = WORLD.send(WORLD.request(MASTODON, "/oauth/authorize?" + asked(Map.of())));

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text()).contains("Izinkan", "Allow", account.handle(), "Gaung uji");
  }

  @Test
  void a_person_may_refuse_and_an_unknown_redirect_is_never_followed() throws IOException {
    Reply denied = decide("deny", Map.of("state", "s 1"));
    assertThat(denied.status()).isEqualTo(302);
    assertThat(denied.header("Location"))
        .startsWith(CALLBACK + "?")
        .contains("error=access_denied", "state=s+1");

    Reply stranger =
        WORLD.send(
            WORLD.request(
                MASTODON,
                "/oauth/authorize?" + asked(Map.of("redirect_uri", "http://evil.test/"))));
    assertThat(stranger.status()).isEqualTo(401);
  }

  @Test
  void a_code_works_once_and_only_with_its_verifier() throws IOException {
    String code = code(Map.of("code_challenge", CHALLENGE, "code_challenge_method", "S256"));

    oauthRefused(redeem(code, Map.of("code_verifier", "wrong")), 400, "invalid_grant");
    assertThat(redeem(code, Map.of("code_verifier", VERIFIER)).status()).isEqualTo(200);
    oauthRefused(redeem(code, Map.of("code_verifier", VERIFIER)), 400, "invalid_grant");
  }

  @Test
  void a_code_expires_and_a_wrong_secret_is_invalid_client() throws IOException {
    String code = code(Map.of());
    oauthRefused(redeem(code, Map.of("client_secret", "wrong")), 401, "invalid_client");

    WORLD.clock.move(Duration.ofMinutes(10));
    oauthRefused(redeem(code, Map.of()), 400, "invalid_grant");
  }

  @Test
  void out_of_band_shows_the_code_on_the_page() throws IOException {
    ObjectNode body =
        PracticeJson.object()
            .put("client_name", "Gaung uji")
            .put("redirect_uris", Consent.OUT_OF_BAND)
            .put("scopes", SCOPES);
    app = WORLD.send(json("/api/v1/apps", Optional.empty()).POST(PracticeWorld.json(body))).json();

    Reply page = decide("allow", Map.of("redirect_uri", Consent.OUT_OF_BAND));

    String code = page.text().replaceAll("(?s).*<code>([^<]+)</code>.*", "$1");
    assertThat(redeem(code, Map.of("redirect_uri", Consent.OUT_OF_BAND)).status()).isEqualTo(200);
  }

  @Test
  void tokens_have_no_end_but_can_be_revoked_by_their_app_alone() throws IOException {
    WORLD.clock.move(Duration.ofDays(400));
    assertThat(get("/api/v1/accounts/verify_credentials").status()).isEqualTo(200);

    JsonNode mine = app;
    app = registerApp(SCOPES);
    oauthRefused(revoke(), 403, "unauthorized_client");
    app = mine;
    assertThat(revoke().status()).isEqualTo(200);
    refused(get("/api/v1/accounts/verify_credentials"), 401, "The access token was revoked");
  }

  @Test
  void an_unknown_token_and_a_missing_scope_are_told_apart() throws IOException {
    String good = token;
    token = "unknown";
    refused(get("/api/v1/accounts/verify_credentials"), 401, "The access token is invalid");

    app = registerApp("read:accounts");
    token =
        redeem(code(Map.of("scope", "read:accounts")), Map.of())
            .json()
            .path("access_token")
            .asText();
    refused(post("no right", "k"), 403, "This action is outside the authorized scopes");
    token = good;
  }

  @Test
  void the_account_tells_its_followers() throws IOException {
    JsonNode me = get("/api/v1/accounts/verify_credentials").json();
    assertThat(me.path("id").asText()).isEqualTo(account.remoteId());
    assertThat(me.path("followers_count").asLong()).isEqualTo(2000);
    assertThat(get("/api/v1/accounts/" + account.remoteId()).json().path("acct").asText())
        .isEqualTo(account.handle());
  }

  private static void oauthRefused(Reply reply, int status, String name) {
    assertThat(reply.json().path("error").asText()).isEqualTo(name);
    assertThat(reply.status()).isEqualTo(status);
  }

  private Reply revoke() throws IOException {
    return form(
        "/oauth/revoke",
        Map.of(
            "token", token,
            "client_id", app.path("client_id").asText(),
            "client_secret", app.path("client_secret").asText()));
  }
}
