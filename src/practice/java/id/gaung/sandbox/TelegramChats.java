package id.gaung.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/**
 * Who asks, and about which channel: getMe, getChat, getChatMember, getChatMemberCount. The bots
 * administer every channel, and one of them may publish there; of one whose tokens were ended it is
 * told that its token is dead, until somebody connects the channel again.
 */
final class TelegramChats {

  private final AccountDao accounts;
  private final TokenDao tokens;
  private final Clock clock;

  TelegramChats(Jdbi jdbi, Clock clock) {
    this.clock = clock;
    accounts = jdbi.onDemand(AccountDao.class);
    tokens = jdbi.onDemand(TokenDao.class);
  }

  void register(Router router) {
    for (String method : new String[] {"GET", "POST"}) {
      router.add(method, "/bot{token}/getMe", Purpose.SIGN_IN, this::me);
      router.add(method, "/bot{token}/getChat", Purpose.READ, this::chat);
      router.add(method, "/bot{token}/getChatMember", Purpose.SIGN_IN, this::member);
      router.add(method, "/bot{token}/getChatMemberCount", Purpose.READ, this::count);
    }
  }

  /** The bot that asks, by its token. */
  long requireBot(Call call) {
    String token = call.in("token");
    if (!token.matches("\\d+:[A-Za-z0-9_-]+")) {
      throw TelegramAnswers.refuse(404, "Not Found");
    }
    if (token.equals(TelegramServer.TOKEN)) {
      return TelegramServer.BOT;
    }
    if (token.equals(TelegramServer.WATCHER_TOKEN)) {
      return TelegramServer.WATCHER;
    }
    throw TelegramAnswers.refuse(401, "Unauthorized");
  }

  /** The channel meant, by the administrator of it that may do something there. */
  PracticeAccount require(Call call) {
    if (requireBot(call) != TelegramServer.BOT) {
      throw TelegramAnswers.bad("not enough rights to send text messages to the chat");
    }
    PracticeAccount chat = meant(call);
    if (tokens.find(key(chat)).isEmpty()) {
      throw TelegramAnswers.refuse(401, "Unauthorized");
    }
    return chat;
  }

  /** By its number, or by {@code @name}. */
  Optional<PracticeAccount> find(String chatId) {
    return chatId.startsWith("@")
        ? accounts.findByHandle(TelegramServer.NETWORK, chatId.substring(1))
        : accounts.findByRemoteId(TelegramServer.NETWORK, chatId);
  }

  private PracticeAccount meant(Call call) {
    String chatId = call.param("chat_id").orElse("");
    if (chatId.isBlank()) {
      throw TelegramAnswers.bad("chat_id is empty");
    }
    return find(chatId).orElseThrow(() -> TelegramAnswers.bad("chat not found"));
  }

  private static String key(PracticeAccount chat) {
    return "telegram/" + chat.id() + "/" + chat.tokenEpoch();
  }

  private Answer me(Call call) {
    return TelegramAnswers.ok(
        user(requireBot(call))
            .put("can_join_groups", true)
            .put("can_read_all_group_messages", false));
  }

  private static ObjectNode user(long bot) {
    boolean watches = bot == TelegramServer.WATCHER;
    return PracticeJson.object()
        .put("id", bot)
        .put("is_bot", true)
        .put("first_name", watches ? "Pengamat" : "Gaung")
        .put("username", watches ? "gaung_practice_watcher_bot" : "gaung_practice_bot");
  }

  private Answer chat(Call call) {
    requireBot(call);
    return TelegramAnswers.ok(
        chat(meant(call)).put("accent_color_id", 2).put("max_reaction_count", 11));
  }

  static ObjectNode chat(PracticeAccount chat) {
    return PracticeJson.object()
        .put("id", Long.parseLong(chat.remoteId()))
        .put("title", chat.displayName())
        .put("username", chat.handle())
        .put("type", "channel");
  }

  /** Asked when a channel is connected: from then on its token works. */
  private Answer member(Call call) {
    requireBot(call);
    PracticeAccount chat = meant(call);
    String asked = call.param("user_id").orElse("");
    long bot =
        Stream.of(TelegramServer.BOT, TelegramServer.WATCHER)
            .filter(one -> String.valueOf(one).equals(asked))
            .findFirst()
            .orElseThrow(() -> TelegramAnswers.bad("user not found"));
    tokens.create(
        key(chat),
        PracticeToken.Kind.ACCESS,
        Optional.of(chat.id()),
        Optional.empty(),
        "",
        clock.instant(),
        Optional.empty());
    ObjectNode member =
        PracticeJson.object()
            .put("status", "administrator")
            .put("can_be_edited", false)
            .put("is_anonymous", false)
            .put("can_manage_chat", true)
            .put("can_post_messages", bot == TelegramServer.BOT)
            .put("can_edit_messages", false)
            .put("can_delete_messages", false);
    member.set("user", user(bot));
    return TelegramAnswers.ok(member);
  }

  private Answer count(Call call) {
    return TelegramAnswers.ok(EngagementModel.followers(require(call), clock.instant()));
  }
}
