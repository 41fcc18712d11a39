package id.gaung.platform.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Account;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.PostAddress;
import id.gaung.platform.PostAddress.Why;
import id.gaung.platform.RemotePost;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where people see a channel and its posts: {@code t.me/NAME/77} for everybody, {@code
 * t.me/c/NUMBER/77} for members, by the channel's id without the {@code -100} before it.
 */
final class TelegramAddresses {

  /** Before the number of every channel. */
  private static final String CHANNEL = "-100";

  private static final String PRIVATE = "c/";

  /** An older host of the same pages. */
  private static final URI OTHER = URI.create("https://telegram.me");

  private static final Pattern INVITATION = Pattern.compile("/(?:\\+|joinchat/)[^/]+");

  private static final Pattern PLACE =
      Pattern.compile("/(?:s/)?(c/\\d{1,19}|[A-Za-z][A-Za-z0-9_]{3,31})(?:/(\\d{1,18}))?");

  private final URI web;

  /**
   * @param web where posts are seen
   */
  TelegramAddresses(URI web) {
    this.web = web;
  }

  List<URI> sites() {
    return List.of(web, OTHER);
  }

  /** What a channel is called: its name, or what stands for it in addresses where it has none. */
  static Optional<String> handle(JsonNode chat) {
    return AnswerJson.text(chat, "username")
        .or(
            () ->
                Optional.of(chat.path("id").asText(""))
                    .filter(id -> id.startsWith(CHANNEL))
                    .map(id -> PRIVATE + id.substring(CHANNEL.length())));
  }

  static boolean isPrivate(String handle) {
    return handle.startsWith(PRIVATE);
  }

  /**
   * What a channel is asked for by: {@code @name}, or its id.
   *
   * @param typed a name, an id, or an address of the channel or of one of its posts
   */
  static Optional<String> asked(String typed) {
    String text = typed.strip();
    if (text.matches(CHANNEL + "\\d{1,19}")) {
      return Optional.of(text);
    }
    String path =
        "/"
            + text.replaceFirst("(?i)^(?:https?://)?(?:www\\.)?(?:t|telegram)\\.me/", "")
                .replaceFirst("^@", "")
                .replaceFirst("[?#].*$", "")
                .replaceFirst("/+$", "");
    Matcher place = PLACE.matcher(path);
    return place.matches()
        ? Optional.of(
            isPrivate(place.group(1))
                ? CHANNEL + place.group(1).substring(PRIVATE.length())
                : "@" + place.group(1))
        : Optional.empty();
  }

  /**
   * @param ids of its messages; several of an album
   */
  RemotePost post(Account account, MessageIds ids) {
    return new RemotePost(ids.text(), Optional.of(address(account, ids.first())));
  }

  private URI address(Account account, long id) {
    return URI.create(web.toString().replaceFirst("/+$", "") + path(account, id));
  }

  private static String path(Account account, long id) {
    return "/" + account.handle() + "/" + id;
  }

  /** As {@link id.gaung.platform.SocialPlatform#postAt}; nothing is read by the id. */
  PostAddress read(Account account, String pasted) {
    return PostAddress.read(pasted, sites(), (site, path) -> at(account, path));
  }

  private PostAddress at(Account account, String path) {
    if (INVITATION.matcher(path).matches()) {
      return PostAddress.wrong(Why.INVITATION);
    }
    Matcher place = PLACE.matcher(path);
    if (!place.matches()) {
      return PostAddress.wrong(Why.NO_POST);
    }
    if (!isOwn(account, place.group(1))) {
      return PostAddress.wrong(Why.OTHER_ACCOUNT);
    }
    Optional<Long> id = Optional.ofNullable(place.group(2)).map(Long::valueOf);
    return id.isEmpty()
        ? PostAddress.wrong(Why.PROFILE)
        : PostAddress.named(id.get().toString(), web, path(account, id.get()), false);
  }

  private static boolean isOwn(Account account, String named) {
    return isPrivate(named)
        ? account.remoteId().equals(CHANNEL + named.substring(PRIVATE.length()))
            || account.handle().equals(named)
        : account.handle().equalsIgnoreCase(named);
  }

  /** As {@link id.gaung.platform.SocialPlatform#named}. */
  Optional<RemotePost> named(Account account, URI address) {
    return read(account, address.toString()) instanceof PostAddress.Named named
        ? Optional.of(named.post())
        : Optional.empty();
  }
}
