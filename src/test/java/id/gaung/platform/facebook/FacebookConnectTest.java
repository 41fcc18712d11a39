package id.gaung.platform.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.platform.Connecting;
import id.gaung.platform.Failure;
import id.gaung.platform.Revoking;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;

/** Connecting a Page. */
class FacebookConnectTest extends FacebookWorld {

  private static final URI CALLBACK = URI.create("https://gaung.example/callback");

  private void granted(String... declined) {
    StringBuilder data = new StringBuilder();
    for (String scope :
        new String[] {
          "pages_show_list", "pages_manage_posts", "pages_read_engagement", "read_insights"
        }) {
      boolean no = java.util.Arrays.asList(declined).contains(scope);
      data.append(data.length() == 0 ? "" : ",")
          .append("{\"permission\":\"")
          .append(scope)
          .append("\",\"status\":\"")
          .append(no ? "declined" : "granted")
          .append("\"}");
    }
    server
        .json(200, "{\"access_token\":\"short-token\",\"expires_in\":5000}")
        .json(200, "{\"access_token\":\"long-token\",\"expires_in\":5183944}")
        .json(200, "{\"data\":[" + data + "]}");
  }

  @Test
  void the_person_agrees_at_facebook_with_the_state_and_the_exact_way_back() {
    Connecting.Redirect redirect =
        (Connecting.Redirect) client.connect(Map.of(), CALLBACK, "the-state");
    assertThat(redirect.authorize().toString())
        .startsWith("https://www.facebook.com/v25.0/dialog/oauth?client_id=app-1")
        .contains(
            "redirect_uri=https%3A%2F%2Fgaung.example%2Fcallback&state=the-state&scope="
                + "pages_show_list%2Cpages_manage_posts%2Cpages_read_engagement%2Cread_insights")
        .doesNotContain("app-secret");
  }

  @Test
  void of_several_pages_the_chosen_ones_own_token_is_kept() {
    granted();
    server.json(
        200,
        """
        {"data":[{"id":"11","name":"Satu","username":"satu.kota","access_token":"page-token-1",
          "tasks":["CREATE_CONTENT","ANALYZE"]},
         {"id":"22","name":"Dua","access_token":"page-token-2","tasks":["CREATE_CONTENT","ANALYZE"]},
         {"id":"33","name":"Tiga","access_token":"page-token-3","tasks":["ANALYZE"]},
         {"id":"44","name":"Empat","tasks":["CREATE_CONTENT","ANALYZE"]}]}""");

    Connecting.Choice choice = (Connecting.Choice) client.complete(Map.of(), "code", CALLBACK);

    assertThat(choice.options())
        .extracting(Connecting.Option::handle)
        .containsExactly("satu.kota", "22", "33", "44");
    assertThat(choice.options())
        .extracting(Connecting.Option::against)
        .containsExactly(
            Optional.empty(),
            Optional.empty(),
            Optional.of("channel.connect.facebook.against.create-content"),
            Optional.of("channel.connect.facebook.against.token"));
    assertThat(choice.toString()).doesNotContain("page-token");
    assertThat(choice.pending().toString()).doesNotContain("long-token", "page-token-3");
    Connecting.Connected taken = (Connecting.Connected) client.choose(choice.pending(), "22");
    assertThat(taken.access().account().remoteId()).isEqualTo("22");
    assertThat(taken.access().credentials().secrets())
        .containsEntry("access_token", "page-token-2");
    assertThat(taken.access().credentials().expiresAt()).isEmpty();
    for (String wrong : new String[] {"33", "44", "99", ""}) {
      assertThat(client.choose(choice.pending(), wrong)).isInstanceOf(Connecting.Refused.class);
    }
    assertThat(server.arrived()).as("choosing asks nobody").isEqualTo(4);
  }

  @Test
  void tokens_of_people_and_pages_go_in_the_header() {
    granted();
    server.json(200, "{\"data\":[]}");
    client.complete(Map.of(), "code", CALLBACK);
    server.taken();
    server.taken();
    RecordedRequest permissions = server.taken();
    assertThat(permissions.getTarget()).isEqualTo("/v25.0/me/permissions");
    assertThat(permissions.getHeaders().get("Authorization")).isEqualTo("Bearer long-token");
    assertThat(server.taken().getTarget()).startsWith("/v25.0/me/accounts?fields=");
  }

  @Test
  void what_was_not_granted_is_named() {
    granted("read_insights", "pages_manage_posts");
    Connecting.Refused refused = (Connecting.Refused) client.complete(Map.of(), "code", CALLBACK);
    assertThat(refused.failure().kind()).isEqualTo(Failure.Kind.PERMISSION);
    assertThat(refused.failure().notGranted()).contains("pages_manage_posts, read_insights");
  }

  @Test
  void without_an_app_nobody_is_asked() {
    FacebookClient bare =
        new FacebookClient(
            server.http,
            new FacebookConfig(
                "", "", config.web(), config.graph(), config.upload(), "v25.0", List.of()),
            clock);
    assertThat(bare.connect(Map.of(), CALLBACK, "s")).isInstanceOf(Connecting.Refused.class);
    assertThat(bare.complete(Map.of(), "c", CALLBACK)).isInstanceOf(Connecting.Refused.class);
    assertThat(server.arrived()).isZero();
    assertThat(config.toString()).doesNotContain("app-secret");
  }

  @Test
  void an_authorisation_is_not_given_back_since_other_pages_hang_on_it() {
    assertThat(client.revoke(access)).isEqualTo(Revoking.NOT_OFFERED);
    assertThat(server.arrived()).isZero();
  }
}
