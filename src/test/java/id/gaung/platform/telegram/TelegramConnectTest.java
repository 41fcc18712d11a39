package id.gaung.platform.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import id.gaung.platform.Access;
import id.gaung.platform.Connecting;
import id.gaung.platform.Failure;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.PlatformRequest;
import id.gaung.platform.PublishStep;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Connecting a channel by a bot's token, which nobody ever sees again. */
class TelegramConnectTest extends TelegramWorld {

  private static final String ME = "{\"ok\":true,\"result\":{\"id\":123456789,\"is_bot\":true}}";

  private Connecting connect(String token, String channel) {
    return client.connect(
        Map.of("token", token, "channel", channel), URI.create("https://gaung.example"), "s");
  }

  private static Failure refused(Connecting step) {
    return ((Connecting.Refused) step).failure();
  }

  private void chat(String fields) {
    server.json(200, "{\"ok\":true,\"result\":{" + fields + "}}");
  }

  @Test
  void a_channel_is_kept_by_its_number_and_called_by_its_name() {
    server.json(200, ME);
    chat("\"id\":-1001234567890,\"type\":\"channel\",\"username\":\"Acme_News\"");
    chat("\"status\":\"administrator\",\"can_post_messages\":true");

    Access access = ((Connecting.Connected) connect(" " + TOKEN + " ", "t.me/acme_news")).access();

    assertThat(access.account().remoteId()).isEqualTo("-1001234567890");
    assertThat(access.account().handle()).isEqualTo("Acme_News");
    assertThat(access.credentials().secrets()).containsExactly(Map.entry("token", TOKEN));
  }

  @Test
  void one_without_a_name_is_called_by_what_stands_in_its_addresses() {
    server.json(200, ME);
    chat("\"id\":-1001234567890,\"type\":\"channel\",\"title\":\"Internal\"");
    chat("\"status\":\"creator\"");

    Access access = ((Connecting.Connected) connect(TOKEN, "-1001234567890")).access();

    assertThat(access.account().handle()).isEqualTo("c/1234567890");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "rahasia", "1:kurang", "123456789:AA BB CC DD EE", "1:a/../../getMe"})
  void what_can_be_no_token_is_never_sent(String token) {
    assertThat(refused(connect(token, "@acme_news")).code())
        .isEqualTo("platform.connecting.telegram-token");
    assertThat(refused(connect(TOKEN, "bukan kanal")).code())
        .isEqualTo("platform.connecting.telegram-channel");
    assertThat(server.arrived()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "channel|left||telegram-admin",
        "channel|kicked||telegram-admin",
        "channel|member||telegram-admin",
        "channel|administrator|false|telegram-post",
        "supergroup|||telegram-no-channel",
        "private|||telegram-no-channel",
      })
  void each_way_to_fail_has_a_sentence_of_its_own(
      String type, String status, String post, String sentence) {
    server.json(200, ME);
    chat("\"id\":-1001234567890,\"username\":\"acme_news\",\"type\":\"" + type + "\"");
    chat("\"status\":\"" + status + "\",\"can_post_messages\":" + post);

    assertThat(refused(connect(TOKEN, "@acme_news")).code())
        .isEqualTo("platform.connecting." + sentence);
  }

  @Test
  void a_channel_that_was_renamed_is_known_by_its_new_name() {
    server.json(200, "{\"ok\":true,\"result\":5}");
    chat("\"id\":-1001234567890,\"type\":\"channel\",\"username\":\"acme_baru\"");
    assertThat(client.profile(access).handle()).contains("acme_baru");
  }

  @Test
  void the_token_is_in_no_message_and_in_no_log() {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    Level before = root.getLevel();
    root.setLevel(Level.TRACE);
    root.addAppender(log);
    List<String> said = new ArrayList<>();
    try {
      server.hangUp().json(404, "{\"ok\":false,\"description\":\"no /bot" + TOKEN + "/x\"}");
      server.json(500, "<p>/bot" + TOKEN + "/sendMessage</p>").silence();
      for (int i = 0; i < 2; i++) {
        said.add(connect(TOKEN, "@acme_news").toString());
      }
      for (int i = 0; i < 2; i++) {
        said.add(sent(publication("Kopi", 0)).toString());
      }
      PlatformRequest request = BotApi.post(access, "sendMessage");
      HttpOutcome none = server.http.send(BotApi.get(URI.create("http://0.0.0.1"), TOKEN, "getMe"));
      said.add(request + " " + none + " " + access);
      server.close();
      PublishStep unsent = sent(publication("Kopi", 0));
      said.add(unsent.toString());
    } finally {
      root.detachAppender(log);
      root.setLevel(before);
    }
    assertThat(said).hasSize(6).noneMatch(text -> text.contains("AAExample"));
    assertThat(said.get(4)).contains("/sendMessage");
    assertThat(log.list.stream().map(ILoggingEvent::getFormattedMessage))
        .noneMatch(line -> line.contains("AAExample"));
  }
}
