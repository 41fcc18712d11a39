package id.gaung.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;

/**
 * Sends messages to channels, and takes them away. An album is kept as one post under the numbers
 * of all its messages, and shown under the first; it stands until all of them are deleted.
 */
final class TelegramMessages {

  private static final int MAX_TEXT = 4096;
  private static final int MAX_CAPTION = 1024;
  private static final int A_MINUTE = 20;
  private static final int NEWEST = 500;
  private static final String BY_BOT = "{\"bot\":" + TelegramServer.BOT + "}";

  private final Jdbi jdbi;
  private final AccountDao accounts;
  private final PracticePostDao posts;
  private final SettingDao settings;
  private final TelegramChats chats;
  private final TelegramFiles files;
  private final RateWindows windows;
  private final Clock clock;

  TelegramMessages(Jdbi jdbi, Clock clock, TelegramChats chats, RateWindows windows) {
    this.jdbi = jdbi;
    this.clock = clock;
    this.chats = chats;
    this.windows = windows;
    files = new TelegramFiles(jdbi, clock);
    accounts = jdbi.onDemand(AccountDao.class);
    posts = jdbi.onDemand(PracticePostDao.class);
    settings = jdbi.onDemand(SettingDao.class);
  }

  void register(Router router) {
    for (String method : new String[] {"GET", "POST"}) {
      router.add(method, "/bot{token}/sendMessage", Purpose.PUBLISH, this::text);
      router.add(method, "/bot{token}/sendPhoto", Purpose.PUBLISH, this::photo);
      router.add(method, "/bot{token}/sendMediaGroup", Purpose.PUBLISH, this::album);
      router.add(method, "/bot{token}/sendVideo", Purpose.PUBLISH, this::video);
      router.add(method, "/bot{token}/deleteMessage", Purpose.CHANGE, this::delete);
      router.add(method, "/bot{token}/deleteMessages", Purpose.CHANGE, this::deleteAll);
    }
  }

  private PracticeAccount sender(Call call, int messages) {
    PracticeAccount chat = chats.require(call);
    RateWindows.Window window =
        windows.take("chat/" + chat.id(), messages, A_MINUTE, Duration.ofMinutes(1));
    if (window.exceeded()) {
      throw new PracticeRefusal(
          TelegramAnswers.tooMany(Duration.between(clock.instant(), window.resetAt())));
    }
    return chat;
  }

  private Answer text(Call call) {
    PracticeAccount chat = sender(call, 1);
    String text = call.param("text").orElse("").strip();
    if (text.isEmpty()) {
      throw TelegramAnswers.bad("message text is empty");
    }
    if (text.length() > MAX_TEXT) {
      throw TelegramAnswers.bad("message is too long");
    }
    return TelegramAnswers.ok(sent(chat, text, List.of()).get(0));
  }

  private Answer photo(Call call) {
    PracticeAccount chat = sender(call, 1);
    String caption = caption(call.param("caption").orElse(""));
    return TelegramAnswers.ok(sent(chat, caption, List.of(files.photo(call, chat))).get(0));
  }

  private Answer video(Call call) {
    PracticeAccount chat = sender(call, 1);
    String caption = caption(call.param("caption").orElse(""));
    return TelegramAnswers.ok(sent(chat, caption, List.of(files.video(call, chat))).get(0));
  }

  private Answer album(Call call) {
    PracticeAccount chat = sender(call, 1);
    TelegramFiles.Album album = files.album(call, chat);
    ArrayNode all = PracticeJson.object().putArray("all");
    sent(chat, caption(album.caption()), album.photos()).forEach(all::add);
    return TelegramAnswers.ok(all);
  }

  private static String caption(String typed) {
    if (typed.strip().length() > MAX_CAPTION) {
      throw TelegramAnswers.bad("message caption is too long");
    }
    return typed.strip();
  }

  private List<ObjectNode> sent(PracticeAccount chat, String text, List<PracticeMedia> shown) {
    Instant now = clock.instant();
    return jdbi.inTransaction(
        transaction -> {
          accounts.lock(chat.id());
          List<Long> ids =
              IntStream.range(0, Math.max(1, shown.size()))
                  .mapToObj(one -> settings.nextNumber())
                  .toList();
          String all = ids.stream().map(String::valueOf).collect(Collectors.joining(","));
          long post =
              posts.create(
                  new NewPost(
                      chat.id(), all, ids.get(0).toString(), "", text, BY_BOT, "", "", now, now));
          for (int i = 0; i < shown.size(); i++) {
            posts.attach(post, i, shown.get(i).id(), "");
          }
          return IntStream.range(0, ids.size())
              .mapToObj(
                  i ->
                      message(
                          chat,
                          ids.get(i),
                          now,
                          i == 0 ? text : "",
                          shown.isEmpty() ? List.of() : List.of(shown.get(i)),
                          ids))
              .toList();
        });
  }

  /** The bot that sent a post; 0 for a person in the app. */
  static long sender(PracticePost post) {
    return PracticeJson.readObject(post.recordJson()).path("bot").asLong(0);
  }

  static ObjectNode message(
      PracticeAccount chat,
      long id,
      Instant at,
      String text,
      List<PracticeMedia> shown,
      List<Long> album) {
    ObjectNode message =
        PracticeJson.object().put("message_id", id).put("date", at.getEpochSecond());
    message.set("sender_chat", TelegramChats.chat(chat));
    message.set("chat", TelegramChats.chat(chat));
    if (!text.isEmpty()) {
      message.put(shown.isEmpty() ? "text" : "caption", text);
    }
    for (PracticeMedia one : shown) {
      if (one.isVideo()) {
        message.set("video", TelegramFiles.shown(one).put("mime_type", one.mimeType()));
      } else {
        message.putArray("photo").add(TelegramFiles.shown(one));
      }
    }
    if (album.size() > 1) {
      message.put("media_group_id", "13" + album.get(0));
    }
    return message;
  }

  private Answer delete(Call call) {
    PracticeAccount chat = chats.require(call);
    String id = call.param("message_id").orElse("");
    if (take(chat, Set.of(id)) == 0) {
      throw TelegramAnswers.bad("message to delete not found");
    }
    return TelegramAnswers.ok(true);
  }

  /** Those that are not there are passed over. */
  private Answer deleteAll(Call call) {
    PracticeAccount chat = chats.require(call);
    JsonNode asked = call.json().path("message_ids");
    Set<String> ids =
        asked.isArray()
            ? Set.copyOf(call.params("message_ids"))
            : Set.copyOf(
                Arrays.asList(
                    call.param("message_ids")
                        .orElse("")
                        .replaceAll("[\\[\\]\\s]", "")
                        .split(",", -1)));
    if (ids.size() > 100) {
      throw TelegramAnswers.bad("too many messages to delete");
    }
    take(chat, ids);
    return TelegramAnswers.ok(true);
  }

  private int take(PracticeAccount chat, Set<String> ids) {
    Instant now = clock.instant();
    return posts.list(chat.id(), 0, Long.MAX_VALUE, Instant.EPOCH, now, now, NEWEST).stream()
        .filter(post -> ids.containsAll(Arrays.asList(post.remoteId().split(",", -1))))
        .mapToInt(post -> posts.delete(post.id(), now))
        .sum();
  }
}
