package id.gaung.platform.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.kernel.Network;
import id.gaung.platform.Access;
import id.gaung.platform.Account;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Connecting;
import id.gaung.platform.Credentials;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.NoAnswer;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Connects a channel: whose token it is, which channel is meant, whether the bot may publish there,
 * and whether a second one can watch, if there is one. Calls that change nothing.
 */
final class TelegramLogin {

  private static final String CHAT = "chat_id";

  private final BotApi api;
  private final URI server;
  private final WatcherLogin watchers;

  /**
   * @param server where bots are served
   */
  TelegramLogin(BotApi api, ChannelWatch watch, URI server) {
    this.api = api;
    this.server = server;
    this.watchers = new WatcherLogin(api, watch, server);
  }

  /**
   * @param typedWatcher the token of a second bot; blank if there is none
   */
  Connecting connect(String typedToken, String typedChannel, String typedWatcher) {
    Connecting first = connect(typedToken, typedChannel);
    String watcher = typedWatcher.strip();
    return watcher.isEmpty() || !(first instanceof Connecting.Connected connected)
        ? first
        : watched(connected.access(), watcher);
  }

  private Connecting watched(Access access, String watcher) {
    String token = access.credentials().secrets().getOrDefault(BotApi.TOKEN, "");
    return WatcherLogin.against(watcher, token)
        .or(() -> watchers.against(watcher, token, access.account().remoteId()))
        .<Connecting>map(Connecting.Refused::new)
        .orElseGet(
            () ->
                new Connecting.Connected(
                    new Access(
                        access.account(),
                        new Credentials(
                            Map.of(BotApi.TOKEN, token, ChannelWatch.TOKEN, watcher),
                            Optional.empty(),
                            Optional.empty()))));
  }

  private Connecting connect(String typedToken, String typedChannel) {
    String token = typedToken.strip();
    if (!BotApi.isToken(token)) {
      return refused(Kind.CREDENTIALS_WRONG, "platform.connecting.telegram-token", "");
    }
    Optional<String> channel = TelegramAddresses.asked(typedChannel);
    if (channel.isEmpty()) {
      return refused(Kind.CREDENTIALS_WRONG, "platform.connecting.telegram-channel", "");
    }
    HttpOutcome me = api.send(BotApi.get(server, token, "getMe"));
    OptionalLong bot =
        BotApi.result(me).map(user -> AnswerJson.number(user, "id")).orElseGet(OptionalLong::empty);
    if (bot.isEmpty()) {
      return failure(me, Kind.RECONNECT, Kind.CREDENTIALS_WRONG, "telegram-token");
    }
    return among(new Bot(token, bot.getAsLong()), channel.get());
  }

  /** Whom a token belongs to. */
  private record Bot(String token, long id) {
    @Override
    public String toString() {
      return "Bot[" + id + "]";
    }
  }

  private Connecting among(Bot bot, String channel) {
    HttpOutcome asked = api.send(BotApi.get(server, bot.token(), "getChat").query(CHAT, channel));
    Optional<JsonNode> chat = BotApi.result(asked);
    String id = chat.map(c -> c.path("id").asText("")).orElse("");
    if (chat.isEmpty() || id.isEmpty()) {
      return isAnswered(asked, 403)
          ? failure(asked, Kind.PERMISSION, Kind.PERMISSION, "telegram-admin")
          : failure(asked, Kind.PERMISSION, Kind.CREDENTIALS_WRONG, "telegram-channel");
    }
    Optional<String> handle = TelegramAddresses.handle(chat.get());
    if (!chat.get().path("type").asText("").equals("channel") || handle.isEmpty()) {
      return refused(Kind.CREDENTIALS_WRONG, "platform.connecting.telegram-no-channel", "");
    }
    Account account =
        new Account(Network.valueOf(TelegramNetwork.NAME), server, id, handle.get(), Map.of());
    return allowed(bot, account);
  }

  private Connecting allowed(Bot bot, Account account) {
    HttpOutcome asked =
        api.send(
            BotApi.get(server, bot.token(), "getChatMember")
                .query(CHAT, account.remoteId())
                .query("user_id", String.valueOf(bot.id())));
    Optional<JsonNode> member = BotApi.result(asked);
    if (member.isEmpty()) {
      return isAnswered(asked, 400)
          ? refused(Kind.PERMISSION, "platform.connecting.telegram-admin", "")
          : failure(asked, Kind.PERMISSION, Kind.PERMISSION, "telegram-admin");
    }
    String status = member.get().path("status").asText("");
    boolean may = member.get().path("can_post_messages").asBoolean(false);
    if (status.equals("creator") || (status.equals("administrator") && may)) {
      return new Connecting.Connected(
          new Access(
              account,
              new Credentials(
                  Map.of(BotApi.TOKEN, bot.token()), Optional.empty(), Optional.empty())));
    }
    return refused(
        Kind.PERMISSION,
        status.equals("administrator")
            ? "platform.connecting.telegram-post"
            : "platform.connecting.telegram-admin",
        status);
  }

  private static boolean isAnswered(HttpOutcome outcome, int status) {
    return outcome instanceof Answered answer && answer.status() == status;
  }

  /**
   * @param when the failure that means what the sentence says; any other is told as it is
   */
  private static Connecting failure(HttpOutcome outcome, Kind when, Kind as, String sentence) {
    Failure failure =
        outcome.match(TelegramFailures::of, notSent -> NoAnswer.of(notSent, true), NoAnswer::of);
    return failure.kind() == when
        ? refused(as, "platform.connecting." + sentence, failure.detail())
        : new Connecting.Refused(failure);
  }

  private static Connecting refused(Kind kind, String code, String detail) {
    return new Connecting.Refused(Failure.of(kind, code, detail));
  }
}
