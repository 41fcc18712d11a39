package id.gaung.platform.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.platform.Access;
import id.gaung.platform.ConnectField;
import id.gaung.platform.Connecting;
import id.gaung.platform.Failure;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Connecting a channel with a second bot that watches it. */
class WatcherConnectTest extends TelegramWorld {

  private static final String WATCHER = "987654321:AAExampleOfAnother_of-35-characters";

  private void answers(String result) {
    server.json(200, "{\"ok\":true,\"result\":" + result + "}");
  }

  /** The three calls of the first bot go well. */
  private void first() {
    answers("{\"id\":123456789,\"is_bot\":true}");
    answers("{\"id\":-1001234567890,\"type\":\"channel\",\"username\":\"acme_news\"}");
    answers("{\"status\":\"administrator\",\"can_post_messages\":true}");
  }

  private Connecting connect(String watcher) {
    return client.connect(
        Map.of("token", TOKEN, "channel", "@acme_news", "watcher", watcher),
        URI.create("https://gaung.example"),
        "s");
  }

  private static void refused(Connecting step, String sentence) {
    Failure failure = ((Connecting.Refused) step).failure();
    assertThat(failure.code()).isEqualTo("platform.connecting.telegram-watcher-" + sentence);
    assertThat(failure.toString()).doesNotContain("AAExample");
  }

  @Test
  void it_is_the_one_field_that_may_be_left_empty() {
    assertThat(client.connectFields()).filteredOn(field -> !field.required()).hasSize(1);
    ConnectField field = client.connectFields().get(2);
    assertThat(field.name()).isEqualTo("watcher");
    assertThat(field.secret()).isTrue();
    first();
    Access access = ((Connecting.Connected) connect("  ")).access();
    assertThat(access.credentials().secrets()).containsOnlyKeys("token");
    assertThat(server.arrived()).isEqualTo(3);
  }

  @Test
  void one_that_is_in_the_channel_is_kept_and_begins_to_watch() {
    first();
    answers("{\"id\":987654321,\"is_bot\":true}");
    answers("{\"status\":\"administrator\",\"can_post_messages\":false}");
    answers("[]");

    Access access = ((Connecting.Connected) connect(" " + WATCHER + " ")).access();

    assertThat(access.credentials().secrets())
        .isEqualTo(Map.of("token", TOKEN, "watcher", WATCHER));
    assertThat(access.toString()).doesNotContain("AAExample");
    for (int call = 0; call < 3; call++) {
      server.taken();
    }
    assertThat(server.taken().getTarget()).isEqualTo("/bot" + WATCHER + "/getMe");
    assertThat(server.taken().getTarget())
        .isEqualTo("/bot" + TOKEN + "/getChatMember?chat_id=-1001234567890&user_id=987654321");
    assertThat(server.taken().getTarget()).startsWith("/bot" + WATCHER + "/getUpdates?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rahasia", "1:kurang", "987654321:AA BB", "9:a/../../getMe"})
  void what_can_be_no_token_is_never_sent(String typed) {
    first();
    refused(connect(typed), "token");
    assertThat(server.arrived()).isEqualTo(3);
  }

  @Test
  void the_first_bot_cannot_watch_itself_whichever_of_its_tokens_is_typed() {
    first();
    refused(connect(TOKEN), "same");
    first();
    refused(connect("0123456789:AAExampleOfARenewedToken_of-35-char"), "same");
    first();
    answers("{\"id\":123456789,\"is_bot\":true}");
    refused(connect(WATCHER), "same");
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 404})
  void a_token_that_no_bot_has_is_told(int status) {
    first();
    server.json(status, "{\"ok\":false,\"description\":\"Unauthorized\"}");
    refused(connect(WATCHER), "token");
  }

  @ParameterizedTest
  @ValueSource(strings = {"left", "kicked", "member", "restricted", ""})
  void one_that_is_no_administrator_is_told(String status) {
    first();
    answers("{\"id\":987654321,\"is_bot\":true}");
    answers("{\"status\":\"" + status + "\"}");
    refused(connect(WATCHER), "admin");
  }

  @Test
  void one_that_the_channel_does_not_know_is_told() {
    first();
    answers("{\"id\":987654321,\"is_bot\":true}");
    server.json(400, "{\"ok\":false,\"description\":\"Bad Request: PARTICIPANT_ID_INVALID\"}");
    refused(connect(WATCHER), "admin");
  }

  @Test
  void one_that_another_program_uses_is_told() {
    first();
    answers("{\"id\":987654321,\"is_bot\":true}");
    answers("{\"status\":\"administrator\"}");
    server.json(
        409,
        "{\"ok\":false,\"description\":"
            + "\"Conflict: can't use getUpdates method while webhook is active\"}");
    refused(connect(WATCHER), "busy");
  }

  @ParameterizedTest
  @CsvSource({"3,500", "4,500", "5,500", "3,429", "4,429", "5,429"})
  void a_trouble_of_the_server_is_told_as_it_is(int call, int status) {
    first();
    if (call > 3) {
      answers("{\"id\":987654321,\"is_bot\":true}");
    }
    if (call > 4) {
      answers("{\"status\":\"administrator\"}");
    }
    server.json(status, "{\"ok\":false}");
    Failure failure = ((Connecting.Refused) connect(WATCHER)).failure();
    assertThat(failure.passes()).isTrue();
    assertThat(failure.code()).isEqualTo("HTTP " + status);
  }
}
