package id.gaung.platform.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.HttpOutcome.Answered;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;

/** Whether a second bot can watch a channel for the first. Calls that change nothing there. */
final class WatcherLogin {

  private static final String SENTENCE = "platform.connecting.telegram-watcher-";

  private final BotApi api;
  private final ChannelWatch watch;
  private final URI server;

  WatcherLogin(BotApi api, ChannelWatch watch, URI server) {
    this.api = api;
    this.watch = watch;
    this.server = server;
  }

  /** What stands against a text as the second bot's token, as far as nobody has to be asked. */
  static Optional<Failure> against(String token, String first) {
    if (!BotApi.isToken(token)) {
      return refused(Kind.CREDENTIALS_WRONG, "token");
    }
    return number(token).equals(number(first))
        ? refused(Kind.CREDENTIALS_WRONG, "same")
        : Optional.empty();
  }

  private static String number(String token) {
    return token.substring(0, token.indexOf(':')).replaceFirst("^0+", "");
  }

  /**
   * @param first the token of the bot that publishes, which may look at who else is in the channel
   * @param chat the channel's number
   * @return why it cannot watch; empty if it can
   */
  Optional<Failure> against(String token, String first, String chat) {
    HttpOutcome me = api.send(BotApi.get(server, token, "getMe"));
    OptionalLong id =
        BotApi.result(me).map(user -> AnswerJson.number(user, "id")).orElseGet(OptionalLong::empty);
    if (id.isEmpty()) {
      Failure failure = BotApi.failure(me);
      return failure.kind() == Kind.RECONNECT
          ? refused(Kind.CREDENTIALS_WRONG, "token")
          : Optional.of(failure);
    }
    if (String.valueOf(id.getAsLong()).equals(number(first))) {
      return refused(Kind.CREDENTIALS_WRONG, "same");
    }
    HttpOutcome asked =
        api.send(
            BotApi.get(server, first, "getChatMember")
                .query("chat_id", chat)
                .query("user_id", String.valueOf(id.getAsLong())));
    Optional<JsonNode> member = BotApi.result(asked);
    if (member.isEmpty() && !isAnswered(asked, 400)) {
      return Optional.of(BotApi.failure(asked));
    }
    String status = member.map(one -> one.path("status").asText("")).orElse("");
    if (!status.equals("administrator") && !status.equals("creator")) {
      return refused(Kind.PERMISSION, "admin");
    }
    // From now on its updates are kept for us.
    HttpOutcome updates = watch.ask(server, token);
    if (isAnswered(updates, 409)) {
      return refused(Kind.REJECTED, "busy");
    }
    return ChannelWatch.listed(updates).isPresent()
        ? Optional.empty()
        : Optional.of(BotApi.failure(updates));
  }

  private static boolean isAnswered(HttpOutcome outcome, int status) {
    return outcome instanceof Answered answer && answer.status() == status;
  }

  private static Optional<Failure> refused(Kind kind, String sentence) {
    return Optional.of(Failure.of(kind, SENTENCE + sentence, ""));
  }
}
