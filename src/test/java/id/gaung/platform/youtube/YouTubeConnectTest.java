package id.gaung.platform.youtube;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.platform.Access;
import id.gaung.platform.Connecting;
import id.gaung.platform.Credentials;
import id.gaung.platform.Failure;
import id.gaung.platform.Permit;
import id.gaung.platform.Refreshing;
import id.gaung.platform.Revoking;
import id.gaung.platform.WebAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Google's consent and its tokens. */
class YouTubeConnectTest extends YouTubeWorld {

  private static final URI CALLBACK =
      URI.create("https://gaung.example/channels/oauth/youtube/callback");
  private static final String PREFIX = "https://www.googleapis.com/auth/youtube.";

  private Connecting.Redirect begin() {
    return (Connecting.Redirect) client.connect(Map.of(), CALLBACK, "state-1");
  }

  private static String scopes(String names) {
    return PREFIX + names.replace(" ", " " + PREFIX);
  }

  private Failure refused(String grant) {
    server.json(200, grant);
    Connecting done = client.complete(begin().pending(), "code-1", CALLBACK);
    assertThat(done).isInstanceOf(Connecting.Refused.class);
    return ((Connecting.Refused) done).failure();
  }

  @Test
  void the_person_is_sent_to_google_with_what_a_lasting_login_needs() {
    Connecting.Redirect redirect = begin();
    URI to = redirect.authorize();
    assertThat(to.getPath()).isEqualTo("/o/oauth2/v2/auth");
    assertThat(WebAddress.query(to, "access_type")).contains("offline");
    assertThat(WebAddress.query(to, "prompt")).contains("consent");
    assertThat(WebAddress.query(to, "state")).contains("state-1");
    assertThat(WebAddress.query(to, "redirect_uri")).contains(CALLBACK.toString());
    assertThat(WebAddress.query(to, "code_challenge_method")).contains("S256");
    assertThat(WebAddress.query(to, "scope")).contains(scopes("readonly upload force-ssl"));
    String verifier = redirect.pending().getOrDefault("code_verifier", "");
    assertThat(verifier).hasSizeGreaterThanOrEqualTo(43);
    assertThat(to.toString()).doesNotContain(verifier, "geheim");
    assertThat(redirect.toString()).doesNotContain(verifier);
  }

  @ParameterizedTest
  @CsvSource({
    "readonly upload, manage",
    "readonly force-ssl, upload",
    "upload force-ssl, read",
    "readonly, upload-manage",
    "force-ssl, read-upload",
    "upload, read-manage",
    "something, read-upload-manage",
  })
  void what_was_not_ticked_is_named(String granted, String missing) {
    Failure failure =
        refused(
            """
            {"access_token":"ya29.x","refresh_token":"1//x","expires_in":3599,"scope":"%s"}"""
                .formatted(scopes(granted)));
    assertThat(failure.code()).isEqualTo("platform.connecting.youtube-without-" + missing);
  }

  /** Else the login would be over in an hour, and one from before lost: postiz-app 1884. */
  @Test
  void an_answer_without_a_refresh_token_connects_nothing() {
    Failure failure = refused("{\"access_token\":\"ya29.x\",\"expires_in\":3599}");
    assertThat(failure.code()).isEqualTo("platform.connecting.youtube-no-refresh");
    assertThat(server.arrived()).isEqualTo(1);
  }

  private Credentials refreshed(String answer) {
    server.json(200, answer);
    Refreshing done = client.refresh(access);
    assertThat(done).isInstanceOf(Refreshing.Refreshed.class);
    return ((Refreshing.Refreshed) done).credentials();
  }

  @Test
  void renewing_keeps_the_refresh_token_that_google_does_not_tell_again() {
    Credentials fresh = refreshed("{\"access_token\":\"ya29.new\",\"expires_in\":3599}");
    assertThat(fresh.secrets())
        .containsEntry("access_token", "ya29.new")
        .containsEntry("refresh_token", "1//geheim");
    Credentials other =
        refreshed("{\"access_token\":\"ya29.new\",\"refresh_token\":\"\",\"expires_in\":3599}");
    assertThat(other.secrets()).containsEntry("refresh_token", "1//geheim");
    assertThat(fresh.toString()).doesNotContain("ya29", "geheim");
  }

  @Test
  void a_token_is_renewed_before_four_fifths_of_its_life_and_not_all_at_once() {
    java.util.Set<Duration> after = new java.util.HashSet<>();
    for (int i = 0; i < 20; i++) {
      Credentials fresh = refreshed("{\"access_token\":\"ya29." + i + "\",\"expires_in\":3600}");
      after.add(Duration.between(START, fresh.refreshAt().orElseThrow()));
      assertThat(fresh.expiresAt()).contains(START.plus(Duration.ofHours(1)));
    }
    assertThat(after)
        .hasSizeGreaterThan(3)
        .allSatisfy(
            one -> assertThat(one).isBetween(Duration.ofMinutes(45), Duration.ofMinutes(48)));
  }

  @ParameterizedTest
  @CsvSource({
    "400, invalid_grant, RECONNECT",
    "401, invalid_client, CREDENTIALS_WRONG",
    "400, admin_policy_enforced, PERMISSION",
    "500, internal_failure, TRANSIENT",
    "429, slow_down, TRANSIENT",
  })
  void only_a_dead_grant_is_dead(int status, String error, Failure.Kind kind) {
    server.json(status, "{\"error\":\"%s\"}".formatted(error));
    Refreshing done = client.refresh(access);
    assertThat(((Refreshing.Failed) done).failure().kind()).isEqualTo(kind);
  }

  @Test
  void without_a_refresh_token_a_person_connects_again() {
    Access poor =
        new Access(
            account,
            new Credentials(Map.of("access_token", "a"), Optional.empty(), Optional.empty()));
    assertThat(((Refreshing.Failed) client.refresh(poor)).failure().kind())
        .isEqualTo(Failure.Kind.RECONNECT);
    assertThat(server.arrived()).isZero();
  }

  @Test
  void a_grant_is_given_back_once_and_never_because_of_connecting_again() {
    server.json(200, "{}");
    assertThat(client.revoke(access)).isEqualTo(Revoking.REVOKED);
    assertThat(server.takenBody()).isEqualTo("token=1%2F%2Fgeheim");
    server.json(400, "{\"error\":\"invalid_token\"}");
    assertThat(client.revoke(access)).isEqualTo(Revoking.REVOKED);
    server.json(503, "");
    assertThat(client.revoke(access)).isEqualTo(Revoking.NOT_CERTAIN);
    int calls = server.arrived();
    assertThat(client.revokeReplaced(access)).isEqualTo(Revoking.NOT_OFFERED);
    assertThat(server.arrived()).isEqualTo(calls);
  }

  @Test
  void publishing_waits_for_the_audit() {
    assertThat(new YouTubeNetwork().permit()).isEqualTo(Permit.FOR_PUBLISHING);
  }

  @Test
  void a_channel_without_a_name_has_an_address_all_the_same() {
    YouTubeNetwork network = new YouTubeNetwork();
    assertThat(network.address(CHANNEL)).isEqualTo("https://www.youtube.com/channel/" + CHANNEL);
    assertThat(network.address("RaniKuliner")).isEqualTo("https://www.youtube.com/@RaniKuliner");
  }
}
