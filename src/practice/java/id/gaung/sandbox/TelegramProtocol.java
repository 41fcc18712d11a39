package id.gaung.sandbox;

import id.gaung.kernel.Network;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The Bot API, and the pages on which people see channels. */
final class TelegramProtocol implements NetworkProtocol {

  private final TelegramChats chats;
  private final TelegramMessages messages;
  private final TelegramUpdates updates;
  private final PublicPages pages;

  TelegramProtocol(SandboxConfig config, Jdbi jdbi, Clock clock) {
    chats = new TelegramChats(jdbi, clock);
    messages =
        new TelegramMessages(jdbi, clock, chats, new RateWindows(clock, config.enforceLimits()));
    updates = new TelegramUpdates(jdbi, clock, chats);
    pages = new PublicPages(TelegramServer.NETWORK, jdbi, clock);
  }

  @Override
  public Network network() {
    return TelegramServer.NETWORK;
  }

  @Override
  public void register(Router router) {
    chats.register(router);
    messages.register(router);
    updates.register(router);
    pages.register(router);
  }

  @Override
  public Optional<Long> accountOf(Call call) {
    return call.param("chat_id").flatMap(chats::find).map(PracticeAccount::id);
  }

  @Override
  public Answer notFound(Call call) {
    return call.path().startsWith("/bot")
        ? TelegramAnswers.error(404, "Not Found")
        : pages.notFound();
  }

  @Override
  public Answer tooLarge() {
    return TelegramAnswers.error(413, "Request Entity Too Large");
  }

  @Override
  public Answer serverError() {
    return TelegramAnswers.error(500, "Internal Server Error");
  }

  @Override
  public Answer rateLimited(Call call, Duration wait) {
    return TelegramAnswers.tooMany(wait);
  }

  @Override
  public Answer tokenExpired() {
    return TelegramAnswers.error(401, "Unauthorized");
  }
}
