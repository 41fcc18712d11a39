package id.gaung.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Jdbi;

/**
 * What bots are told of the channels: getUpdates, which a webhook stands in the way of. Nobody is
 * told of what it sent itself. What was fetched is kept in memory: a restarted server tells it
 * again.
 */
final class TelegramUpdates {

  private static final int MOST = 100;
  private static final int NEWEST = 500;
  private static final Duration KEPT = Duration.ofDays(1);

  /** Asked again with the same offset sooner than that, the real server gives one update alone. */
  private static final Duration HASTE = Duration.ofMillis(500);

  /** One message of a post; its number is the update's, too. */
  private record Told(long id, PracticePost post, int place, List<Long> album) {}

  private record Asked(int offset, Instant at) {}

  private final TelegramChats chats;
  private final AccountDao accounts;
  private final PracticePostDao posts;
  private final MediaDao media;
  private final Clock clock;
  private final Map<Long, Long> fetched = new ConcurrentHashMap<>();
  private final Map<Long, Asked> last = new ConcurrentHashMap<>();
  private final Set<Long> hooked = ConcurrentHashMap.newKeySet();

  TelegramUpdates(Jdbi jdbi, Clock clock, TelegramChats chats) {
    this.chats = chats;
    this.clock = clock;
    accounts = jdbi.onDemand(AccountDao.class);
    posts = jdbi.onDemand(PracticePostDao.class);
    media = jdbi.onDemand(MediaDao.class);
  }

  void register(Router router) {
    for (String method : new String[] {"GET", "POST"}) {
      router.add(method, "/bot{token}/getUpdates", Purpose.READ, this::updates);
      router.add(method, "/bot{token}/setWebhook", Purpose.SIGN_IN, this::hook);
      router.add(method, "/bot{token}/deleteWebhook", Purpose.SIGN_IN, this::unhook);
    }
  }

  private Answer hook(Call call) {
    long bot = chats.requireBot(call);
    if (call.param("url").orElse("").isBlank()) {
      hooked.remove(bot);
    } else {
      hooked.add(bot);
    }
    return TelegramAnswers.ok(true);
  }

  private Answer unhook(Call call) {
    hooked.remove(chats.requireBot(call));
    return TelegramAnswers.ok(true);
  }

  private Answer updates(Call call) {
    long bot = chats.requireBot(call);
    if (hooked.contains(bot)) {
      throw TelegramAnswers.refuse(
          409,
          "Conflict: can't use getUpdates method while webhook is active;"
              + " use deleteWebhook to delete the webhook first");
    }
    int offset = number(call, "offset", 0);
    int limit = Math.max(1, Math.min(MOST, number(call, "limit", MOST)));
    Instant now = clock.instant();
    Asked before = last.put(bot, new Asked(offset, now));
    if (before != null && before.offset() == offset && now.isBefore(before.at().plus(HASTE))) {
      limit = 1;
    }
    List<Told> told = pending(bot, now);
    int from = offset < 0 ? Math.max(0, told.size() + offset) : 0;
    if (offset > 0) {
      from = (int) told.stream().filter(one -> one.id() < offset).count();
    }
    if (from > 0) {
      fetched.merge(bot, told.get(from - 1).id(), Math::max);
    }
    ArrayNode answer = PracticeJson.array();
    if (wantsPosts(call)) {
      told.stream().skip(from).limit(limit).map(this::update).forEach(answer::add);
    }
    return TelegramAnswers.ok(answer);
  }

  private static boolean wantsPosts(Call call) {
    String wanted = call.param("allowed_updates").orElse("[]");
    return wanted.equals("[]") || wanted.contains("\"channel_post\"");
  }

  private static int number(Call call, String name, int otherwise) {
    String text = call.param(name).orElse("");
    return text.matches("-?\\d{1,9}") ? Integer.parseInt(text) : otherwise;
  }

  /** Oldest first. */
  private List<Told> pending(long bot, Instant now) {
    List<PracticePost> recent = new ArrayList<>(posts.newest(TelegramServer.NETWORK, NEWEST));
    Collections.reverse(recent);
    long after = fetched.getOrDefault(bot, 0L);
    List<Told> told = new ArrayList<>();
    for (PracticePost post : recent) {
      boolean kept = post.createdAt().isAfter(now.minus(KEPT));
      if (kept && TelegramMessages.sender(post) != bot) {
        List<Long> ids = Arrays.stream(post.remoteId().split(",", -1)).map(Long::valueOf).toList();
        for (int place = 0; place < ids.size(); place++) {
          told.add(new Told(ids.get(place), post, place, ids));
        }
      }
    }
    told.removeIf(one -> one.id() <= after);
    return told;
  }

  private ObjectNode update(Told told) {
    PracticePost post = told.post();
    List<PracticeMedia> shown =
        posts.pictures(List.of(post.id())).stream()
            .skip(told.place())
            .limit(1)
            .map(picture -> media.findById(picture.mediaId()).orElseThrow())
            .toList();
    ObjectNode update = PracticeJson.object().put("update_id", told.id());
    update.set(
        "channel_post",
        TelegramMessages.message(
            accounts.find(post.accountId()).orElseThrow(),
            told.id(),
            post.createdAt(),
            told.place() == 0 ? post.text() : "",
            shown,
            told.album()));
    return update;
  }
}
