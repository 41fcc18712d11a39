package id.gaung.platform.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Access;
import id.gaung.platform.HttpOutcome;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a second bot of the channel is told of it, where one was connected: the first is told
 * nothing of what it sends. Updates are kept for a day at most.
 */
final class ChannelWatch {

  /** The secret that holds the second bot's token. */
  static final String TOKEN = "watcher";

  /** An answer that takes fewer updates shows all there are. */
  static final int FEWEST = 91;

  private static final int MOST = 100;

  private final BotApi api;
  private final AtomicInteger turn = new AtomicInteger();

  ChannelWatch(BotApi api) {
    this.api = api;
  }

  static Optional<String> token(Access access) {
    return Optional.ofNullable(access.credentials().secrets().get(TOKEN)).filter(BotApi::isToken);
  }

  /**
   * The last updates, which stay for whoever asks next; only older ones are forgotten. Telegram's
   * server (tdlib/telegram-bot-api) answers an offset that was asked less than half a second ago
   * with a single update, so two calls in a row ask for another number of them. What is wanted is
   * said each time, since the server keeps what any program said of that bot last.
   */
  HttpOutcome ask(URI server, String token) {
    int last = MOST - Math.floorMod(turn.getAndIncrement(), MOST - FEWEST + 1);
    return api.send(
        BotApi.get(server, token, "getUpdates")
            .query("offset", String.valueOf(-last))
            .query("limit", String.valueOf(MOST))
            .query("timeout", "0")
            .query("allowed_updates", "[\"channel_post\"]"));
  }

  static Optional<JsonNode> listed(HttpOutcome outcome) {
    return BotApi.result(outcome).filter(JsonNode::isArray);
  }

  /** What was told up to now; empty if that is not known. */
  Optional<ToldBefore> before(Access access) {
    return token(access)
        .flatMap(token -> listed(ask(access.account().server(), token)))
        .map(updates -> ToldBefore.of(updates, access.account().remoteId()));
  }
}
