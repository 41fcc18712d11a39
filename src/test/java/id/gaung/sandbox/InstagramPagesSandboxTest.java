package id.gaung.sandbox;

import static id.gaung.kernel.Nets.INSTAGRAM;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The practice Instagram as Facebook Login opens it. */
@Tag("database")
class InstagramPagesSandboxTest extends InstagramPractice {

  private static final String GRAPH = "/page/v25.0";

  @BeforeEach
  void app() {
    WORLD.accounts.ensureApp(INSTAGRAM, "meta", "secret", InstagramPages.ALL_SCOPES);
  }

  private static Reply read(String path, String token) throws IOException {
    return WORLD.send(WORLD.request(INSTAGRAM, GRAPH + path, Optional.of(token)));
  }

  private String person(String scopes) throws IOException {
    String asked =
        PracticeWorld.form(
            new TreeMap<>(
                Map.of(
                    "response_type", "code",
                    "client_id", "meta",
                    "redirect_uri", CALLBACK,
                    "scope", scopes,
                    "state", "s",
                    "account", account.handle(),
                    "decision", "allow")));
    String back =
        WORLD
            .send(formRequest(GRAPH + "/dialog/oauth", Optional.empty(), asked))
            .header("Location");
    String client = "client_id=meta&client_secret=secret&";
    Reply token =
        WORLD.send(
            WORLD.request(
                INSTAGRAM,
                GRAPH
                    + "/oauth/access_token?"
                    + client
                    + "redirect_uri="
                    + PracticeWorld.encode(CALLBACK)
                    + "&code="
                    + code(back)));
    return token.json().path("access_token").asText();
  }

  private String page(String scopes) throws IOException {
    JsonNode pages = read("/me/accounts", person(scopes)).json().path("data");
    assertThat(pages.size()).isGreaterThan(1);
    assertThat(pages.path(pages.size() - 1).has("instagram_business_account")).isFalse();
    assertThat(pages.path(0).path("instagram_business_account").path("id").asText())
        .isEqualTo(account.remoteId());
    return pages.path(0).path("access_token").asText();
  }

  @Test
  void each_host_takes_the_tokens_of_its_own_login() throws IOException {
    String page = page("instagram_basic,pages_show_list");

    refused(read("/" + account.remoteId() + "?fields=username", token), 190, 0);
    refused(
        WORLD.send(
            WORLD.request(
                INSTAGRAM,
                "/graph/v25.0/" + account.remoteId() + "?fields=username",
                Optional.of(page))),
        190,
        0);
    assertThat(
            read("/" + account.remoteId() + "?fields=username", page)
                .json()
                .path("username")
                .asText())
        .isEqualTo(account.handle());
  }

  @Test
  void fields_of_the_other_login_do_not_exist() throws IOException {
    String page = page("instagram_basic,pages_show_list");
    refused(read("/" + account.remoteId() + "?fields=account_type", page), 100, 0);
  }

  @Test
  void pages_are_listed_to_whom_they_were_shown() throws IOException {
    refused(read("/me/accounts", person("instagram_basic")), 10, 0);
  }

  @Test
  void others_are_looked_at_by_their_name() throws IOException {
    String page = page("instagram_basic,pages_show_list");
    String asked =
        "/"
            + account.remoteId()
            + "?fields="
            + PracticeWorld.encode(
                "business_discovery.username(%s){followers_count,media.limit(5){id,like_count}}");
    PracticeAccount other = WORLD.account(INSTAGRAM);
    Reply found = read(asked.replace("%25s", other.handle()), page);

    assertThat(found.json().path("business_discovery").path("followers_count").asLong())
        .as(found.text())
        .isPositive();
    refused(read(asked.replace("%25s", "tidak.ada"), page), 110, 2207013);
  }

  @Test
  void what_was_not_granted_is_refused() throws IOException {
    String page = page("instagram_basic,instagram_content_publish,pages_show_list");
    Reply labelled =
        WORLD.send(
            formRequest(
                GRAPH + "/" + account.remoteId() + "/media",
                Optional.of(page),
                PracticeWorld.form(
                    Map.of("image_url", file("/good.jpg"), "is_paid_partnership", "true"))));
    refused(labelled, 10, 0);
    refused(
        WORLD.send(
            WORLD.request(INSTAGRAM, GRAPH + "/17900000000000001", Optional.of(page)).DELETE()),
        10,
        0);
  }
}
