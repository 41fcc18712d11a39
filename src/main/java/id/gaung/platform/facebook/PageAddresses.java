package id.gaung.platform.facebook;

import id.gaung.platform.Account;
import id.gaung.platform.PostAddress;
import id.gaung.platform.PostAddress.Why;
import id.gaung.platform.WebAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is at an address of Facebook. Counts are read by {@code PAGE_POST}, both numbers; reels,
 * videos, photos and the newer {@code pfbid} names are the post's, but not its id.
 */
final class PageAddresses {

  private static final String NUMBER = "\\d{3,25}";
  private static final String NAME = "[A-Za-z0-9.-]{3,100}";
  private static final String POST = "(" + NUMBER + "|pfbid[A-Za-z0-9]{10,120})";

  private static final Pattern OF_PAGE =
      Pattern.compile(
          "/(" + NAME + ")/(posts|videos|photos|reels?)(?:/[^/]+){0,2}?/" + POST + "/?");
  private static final Pattern WHOLE = Pattern.compile("/(" + NUMBER + ")_(" + NUMBER + ")");
  private static final Pattern REEL = Pattern.compile("/reels?/(" + NUMBER + ")");
  private static final Pattern PROFILE =
      Pattern.compile("/(" + NAME + ")(?:/(?:posts|reels|videos|photos|about|followers))?");

  private static final Pattern NUMBERED =
      Pattern.compile(
          "profile\\.php\\?(?:.*&)?id=("
              + NUMBER
              + ")(?:&.*)?|people/[^/]+/("
              + NUMBER
              + ")/?\\?.*");

  /** First parts of paths that are no Pages. */
  private static final Set<String> NO_PAGES =
      Set.of(
          "watch",
          "reel",
          "reels",
          "groups",
          "events",
          "marketplace",
          "gaming",
          "stories",
          "login",
          "help",
          "hashtag",
          "search",
          "pages",
          "people",
          "home.php",
          "login.php",
          "sharer",
          "sharer.php");

  private PageAddresses() {}

  /**
   * The account whose page that is: by its name, or by its number where it has none.
   *
   * @param query without its question mark
   */
  static Optional<String> account(String path, String query) {
    Matcher numbered = NUMBERED.matcher(path + "?" + query);
    if (numbered.matches()) {
      return Optional.of(numbered.group(1) == null ? numbered.group(2) : numbered.group(1));
    }
    String name = path.replaceFirst("/.*$", "");
    return NO_PAGES.contains(name) || name.endsWith(".php") ? Optional.empty() : Optional.of(name);
  }

  /** A post of an account by its id. */
  static URI of(URI web, String remoteId) {
    return URI.create(web + "/" + WebAddress.encoded(remoteId).replaceFirst("_", "/posts/"));
  }

  static PostAddress read(Account account, String pasted, List<URI> sites) {
    return PostAddress.readWhole(
        pasted, sites, (site, path, given) -> at(account, sites.get(0), path, given));
  }

  private static PostAddress at(Account account, URI web, String path, URI given) {
    Optional<PostAddress> asked = byQuery(account, web, path, given);
    if (asked.isPresent()) {
      return asked.get();
    }
    Matcher whole = WHOLE.matcher(path);
    if (whole.matches()) {
      return ofPage(account, web, whole.group(1), "posts", whole.group(2));
    }
    Matcher reel = REEL.matcher(path);
    if (reel.matches()) {
      return PostAddress.named(reel.group(1), web, "/reel/" + reel.group(1) + "/", false);
    }
    Matcher post = OF_PAGE.matcher(path);
    if (post.matches() && !NO_PAGES.contains(post.group(1))) {
      return ofPage(account, web, post.group(1), post.group(2), post.group(3));
    }
    return profile(account, path);
  }

  /** Those that name the post behind the path. */
  private static Optional<PostAddress> byQuery(Account account, URI web, String path, URI given) {
    switch (path) {
      case "/permalink.php", "/story.php" -> {
        String post = asked(given, "story_fbid");
        String page = asked(given, "id");
        return Optional.of(
            post.matches(POST) && page.matches(NUMBER)
                ? ofPage(account, web, page, "posts", post)
                : PostAddress.wrong(Why.NO_POST));
      }
      case "/watch", "/watch/live", "/video.php" -> {
        return Optional.of(named(web, asked(given, "v"), "/watch/?v="));
      }
      case "/photo", "/photo.php" -> {
        return Optional.of(named(web, asked(given, "fbid"), "/photo/?fbid="));
      }
      case "/profile.php" -> {
        return Optional.of(
            PostAddress.wrong(
                isOwn(account, asked(given, "id")) ? Why.PROFILE : Why.OTHER_ACCOUNT));
      }
      default -> {
        return Optional.empty();
      }
    }
  }

  private static String asked(URI given, String name) {
    return WebAddress.query(given, name).orElse("");
  }

  /** Whose it is, such an address does not say. */
  private static PostAddress named(URI web, String id, String before) {
    return id.matches(NUMBER)
        ? PostAddress.named(id, web, before + id, false)
        : PostAddress.wrong(Why.NO_POST);
  }

  private static PostAddress ofPage(
      Account account, URI web, String page, String kind, String post) {
    if (!isOwn(account, page)) {
      return PostAddress.wrong(Why.OTHER_ACCOUNT);
    }
    String id = account.remoteId();
    return switch (kind) {
      case "posts" ->
          post.matches(NUMBER) && id.matches(NUMBER)
              ? PostAddress.named(id + "_" + post, web, "/" + id + "/posts/" + post, true)
              : PostAddress.named(post, web, "/" + page + "/posts/" + post, false);
      case "videos" -> PostAddress.named(post, web, "/" + page + "/videos/" + post + "/", false);
      case "photos" -> PostAddress.named(post, web, "/photo/?fbid=" + post, false);
      default -> PostAddress.named(post, web, "/reel/" + post + "/", false);
    };
  }

  /** By its number nobody knows an account that was entered by hand under its name. */
  private static boolean isOwn(Account account, String page) {
    boolean unknown = page.matches(NUMBER) && !account.remoteId().matches(NUMBER);
    return unknown || page.equalsIgnoreCase(account.handle()) || page.equals(account.remoteId());
  }

  private static PostAddress profile(Account account, String path) {
    Matcher profile = PROFILE.matcher(path);
    if (!profile.matches() || NO_PAGES.contains(profile.group(1))) {
      return PostAddress.wrong(Why.NO_POST);
    }
    return PostAddress.wrong(isOwn(account, profile.group(1)) ? Why.PROFILE : Why.OTHER_ACCOUNT);
  }
}
