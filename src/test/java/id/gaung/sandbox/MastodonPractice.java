package id.gaung.sandbox;

import static id.gaung.kernel.Nets.MASTODON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

/** An account of the practice Mastodon, and how the tests speak to it. */
@Tag("database")
abstract class MastodonPractice {

  static final PracticeWorld WORLD = PracticeWorld.shared();
  static final String CALLBACK = "http://localhost:8080/channels/oauth/mastodon/callback";
  static final String SCOPES = "read:accounts read:statuses write:statuses write:media";
  PracticeAccount account;
  JsonNode app;
  String token;

  @BeforeEach
  void connect() throws IOException {
    account = WORLD.account(MASTODON);
    app = registerApp(SCOPES);
    token = redeem(code(Map.of()), Map.of()).json().path("access_token").asText();
    assertThat(token).isNotEmpty();
  }

  @AfterEach
  void switchOff() {
    WORLD.faults.switchOffAll(MASTODON);
  }

  static void refused(Reply reply, int status, String text) {
    assertThat(reply.json().path("error").asText()).as(reply.text()).contains(text);
    assertThat(reply.status()).isEqualTo(status);
  }

  static HttpRequest.Builder json(String path, Optional<String> token) {
    return WORLD.request(MASTODON, path, token).header("Content-Type", "application/json");
  }

  static JsonNode registerApp(String scopes) throws IOException {
    ObjectNode body =
        PracticeJson.object()
            .put("client_name", "Gaung uji")
            .put("redirect_uris", CALLBACK)
            .put("scopes", scopes);
    return WORLD.send(json("/api/v1/apps", Optional.empty()).POST(PracticeWorld.json(body))).json();
  }

  String asked(Map<String, String> more) {
    Map<String, String> fields =
        new TreeMap<>(
            Map.of(
                "response_type",
                "code",
                "client_id",
                app.path("client_id").asText(),
                "redirect_uri",
                CALLBACK,
                "scope",
                SCOPES,
                "state",
                "s"));
    fields.putAll(more);
    return PracticeWorld.form(fields);
  }

  Reply decide(String decision, Map<String, String> more) throws IOException {
    Map<String, String> fields = new TreeMap<>(more);
    fields.put("account", account.handle());
    fields.put("decision", decision);
    return WORLD.send(
        WORLD
            .request(MASTODON, "/oauth/authorize")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(asked(fields))));
  }

  String code(Map<String, String> more) throws IOException {
    String location = decide("allow", more).header("Location");
    assertThat(location).startsWith(CALLBACK + "?");
    return location.replaceAll(".*[?&]code=([^&]+).*", "$1");
  }

  Reply redeem(String code, Map<String, String> more) throws IOException {
    Map<String, String> fields =
        new TreeMap<>(
            Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "client_id",
                app.path("client_id").asText(),
                "client_secret",
                app.path("client_secret").asText(),
                "redirect_uri",
                CALLBACK));
    fields.putAll(more);
    return form("/oauth/token", fields);
  }

  static Reply form(String path, Map<String, String> fields) throws IOException {
    return WORLD.send(
        WORLD
            .request(MASTODON, path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(PracticeWorld.form(fields))));
  }

  Reply get(String path) throws IOException {
    String encoded = path.replace("[", "%5B").replace("]", "%5D");
    return WORLD.send(WORLD.request(MASTODON, encoded, Optional.of(token)));
  }

  Reply post(String text, String key, String... pictures) throws IOException {
    ObjectNode body = PracticeJson.object().put("status", text).put("language", "id");
    var ids = body.putArray("media_ids");
    List.of(pictures).forEach(ids::add);
    return post(body, key);
  }

  Reply post(ObjectNode body, String key) throws IOException {
    return WORLD.send(
        json("/api/v1/statuses", Optional.of(token))
            .header("Idempotency-Key", key)
            .POST(PracticeWorld.json(body)));
  }

  static String id(Reply posted) {
    assertThat(posted.status()).as(posted.text()).isEqualTo(200);
    return posted.json().path("id").asText();
  }
}
