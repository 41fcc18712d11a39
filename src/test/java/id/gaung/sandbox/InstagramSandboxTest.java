package id.gaung.sandbox;

import static id.gaung.kernel.Nets.INSTAGRAM;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Sign-in, tokens and permissions of the practice Instagram. */
class InstagramSandboxTest extends InstagramPractice {

  @Test
  void the_code_comes_back_with_its_tail_and_works_once() throws IOException {
    String location = decide("allow", SCOPES).header("Location");
    assertThat(location).startsWith(CALLBACK + "?code=").endsWith("#_");
    String code = code(location);

    JsonNode granted = redeem(code).json().path("data").path(0);
    assertThat(granted.path("user_id").asText()).isEqualTo(account.remoteId());
    Reply again = redeem(code);
    assertThat(again.status()).isEqualTo(400);
    assertThat(again.json().path("error_type").asText()).isEqualTo("OAuthException");
    assertThat(again.json().path("error_message").asText()).contains("already used");
  }

  @Test
  void the_authorize_page_asks_and_a_person_may_refuse() throws IOException {
    Reply page = WORLD.send(WORLD.request(INSTAGRAM, "/www/oauth/authorize?" + asked(SCOPES)));
    assertThat(page.text())
        .contains("Izinkan", account.handle(), "action=\"/www/oauth/authorize\"");
    assertThat(decide("deny", SCOPES).header("Location"))
        .contains("error=access_denied", "error_reason=user_denied");
  }

  @Test
  void a_short_token_lives_an_hour_and_is_exchanged_for_sixty_days() throws IOException {
    String shortToken = shortToken(SCOPES);
    Reply exchanged = longToken(shortToken);
    assertThat(exchanged.json().path("expires_in").asLong()).isEqualTo(5_184_000);

    WORLD.clock.move(Duration.ofHours(1));
    refused(longToken(shortToken), 190, 463);
  }

  @Test
  void a_long_token_is_refreshed_after_a_day_and_dead_after_sixty() throws IOException {
    assertThat(refresh().status()).isEqualTo(400);

    WORLD.clock.move(Duration.ofHours(24));
    String refreshed = refresh().json().path("access_token").asText();
    assertThat(refreshed).isNotEqualTo(token);

    WORLD.clock.move(Duration.ofDays(59));
    refused(get("/v25.0/me"), 190, 463);
    token = refreshed;
    assertThat(get("/v25.0/me").status()).isEqualTo(200);
  }

  @Test
  void an_unknown_and_a_missing_token_are_refused() throws IOException {
    String good = token;
    token = "IGAAunknown";
    refused(get("/v25.0/me"), 190, 0);
    refused(WORLD.send(WORLD.request(INSTAGRAM, "/v25.0/me")), 2500, 0);
    token = good;
  }

  @Test
  void me_gives_the_fields_asked_and_tells_the_usage() throws IOException {
    Reply reply =
        get("/graph/v25.0/me?fields=user_id,username,account_type,followers_count,media_count");

    assertThat(reply.json().path("user_id").asText()).isEqualTo(account.remoteId());
    assertThat(reply.json().path("username").asText()).isEqualTo(account.handle());
    assertThat(reply.json().path("followers_count").asLong()).isEqualTo(2000);
    assertThat(reply.json().has("name")).isFalse();
    String avatar =
        URI.create(
                get("/v25.0/me?fields=profile_picture_url")
                    .json()
                    .path("profile_picture_url")
                    .asText())
            .getPath();
    assertThat(WORLD.send(WORLD.request(INSTAGRAM, avatar)).header("Content-Type"))
        .isEqualTo("image/png");
    assertThat(reply.header("X-Business-Use-Case-Usage"))
        .contains(account.remoteId(), "\"type\":\"instagram\"", "\"call_count\":0");
    refused(get("/v25.0/me?fields=shoe_size"), 100, 0);
  }

  @Test
  void a_missing_permission_is_code_10() throws IOException {
    token = longToken(shortToken("instagram_business_basic")).json().path("access_token").asText();
    refused(create("/good.jpg", "x"), 10, 0);
  }

  @Test
  void faults_answer_in_the_graphs_words() throws IOException {
    WORLD.faults.switchOn(NewFault.of(INSTAGRAM, FaultKind.RATE_LIMIT_429).amount(1140).times(1));
    Reply limited = get("/v25.0/me");
    refused(limited, 80002, 0);
    assertThat(limited.header("X-Business-Use-Case-Usage"))
        .contains(account.remoteId(), "\"estimated_time_to_regain_access\":19");

    WORLD.faults.switchOn(NewFault.of(INSTAGRAM, FaultKind.HTTP_500).times(1));
    assertThat(get("/v25.0/me").status()).isEqualTo(500);

    WORLD.faults.switchOn(NewFault.of(INSTAGRAM, FaultKind.TOKEN_EXPIRED).times(1));
    refused(get("/v25.0/me"), 190, 463);

    WORLD.faults.expireTokens(INSTAGRAM, account.handle());
    refused(get("/v25.0/me"), 190, 460);
  }

  @Test
  void the_token_may_be_a_parameter_instead_of_a_header() throws IOException {
    assertThat(WORLD.send(WORLD.request(INSTAGRAM, "/v25.0/me?access_token=" + token)).status())
        .isEqualTo(200);
  }

  private Reply refresh() throws IOException {
    return WORLD.send(
        WORLD.request(
            INSTAGRAM,
            "/graph/refresh_access_token?grant_type=ig_refresh_token&access_token=" + token));
  }
}
