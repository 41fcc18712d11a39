package id.gaung.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The social networks on which people of the city have accounts, whether or not Gaung publishes
 * there. Each knows what an account is called on it, by the rules that the networks state for
 * names.
 */
public enum SocialNetwork {
  INSTAGRAM("Instagram", "rani.kuliner", "(?!\\.)(?!.*\\.\\.)[a-z0-9._]{1,30}(?<!\\.)"),
  TIKTOK("TikTok", "rani.kuliner", "[a-z0-9._]{2,24}(?<!\\.)"),
  FACEBOOK("Facebook", "rani.kuliner", "[a-z0-9.-]{5,100}"),
  YOUTUBE("YouTube", "RaniKuliner", "[\\p{L}\\p{N}._·-]{3,30}"),
  X("X", "rani_kuliner", "[a-z0-9_]{1,15}"),
  THREADS("Threads", "rani.kuliner", "(?!\\.)(?!.*\\.\\.)[a-z0-9._]{1,30}(?<!\\.)"),
  LINKEDIN("LinkedIn", "in/rani-kuliner", "(in|company|school|showcase)/[\\p{L}\\p{N}_-]{2,100}"),
  TELEGRAM("Telegram", "ranikuliner", "[a-z][a-z0-9_]{3,31}"),
  BLUESKY("Bluesky", "rani.bsky.social", "([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}"),
  MASTODON(
      "Mastodon",
      "rani@mastodon.social",
      "[a-z0-9_]([a-z0-9_.-]{0,28}[a-z0-9_])?@([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,63}");

  private static final Pattern ADDRESS =
      Pattern.compile("(?i)(?:https?://)?(?:www\\.|m\\.|web\\.)?([a-z0-9.-]+\\.[a-z]{2,})/(\\S+)");

  private final String label;
  private final String example;
  private final Pattern handle;

  SocialNetwork(String label, String example, String handle) {
    this.label = label;
    this.example = example;
    this.handle = Pattern.compile(handle, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** The network's own name, the same in every language. */
  public String label() {
    return label;
  }

  /** An account's name as it is kept, to show what is meant. */
  public String example() {
    return example;
  }

  /** As it stands in addresses and names its mark: {@code bluesky}. */
  public String path() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The network of that path; empty if it is none of them. */
  public static Optional<SocialNetwork> ofPath(String path) {
    return Arrays.stream(values()).filter(network -> network.path().equals(path)).findFirst();
  }

  /**
   * Reads an account's name, typed with or without {@code @}, or copied as the address of its page.
   * Kept without {@code @}, in the letters that were typed; names of servers in small ones. Empty
   * if no account of this network can be called so.
   */
  public Optional<String> handle(String typed) {
    String seen = Typed.name(typed).replaceFirst("[?#].*$", "").replaceFirst("/+$", "");
    var page = ADDRESS.matcher(seen);
    String name = seen;
    if (page.matches() && !isOwnPath(seen)) {
      String host = page.group(1).toLowerCase(Locale.ROOT);
      if (this == MASTODON) {
        String user = page.group(2).replaceFirst("^(?:web/)?@?", "");
        name = user.contains("@") ? user : user + "@" + host;
      } else if (!hosts().contains(host)) {
        return Optional.empty();
      } else {
        name = ofPage(page.group(2));
      }
    }
    name = name.replaceFirst("^@", "");
    if (this == BLUESKY) {
      name = (name.contains(".") ? name : name + ".bsky.social").toLowerCase(Locale.ROOT);
    } else if (this == LINKEDIN && !name.contains("/")) {
      name = "in/" + name;
    } else if (this == MASTODON) {
      int server = name.indexOf('@');
      name = server < 0 ? name : name.substring(0, server) + lower(name.substring(server));
    }
    return handle.matcher(name).matches() ? Optional.of(name) : Optional.empty();
  }

  /** As people write it: with {@code @} where the network does. */
  public String shown(String account) {
    return this == FACEBOOK || this == LINKEDIN ? account : "@" + account;
  }

  /** Where the account is seen. */
  public String address(String account) {
    return switch (this) {
      case INSTAGRAM -> "https://www.instagram.com/" + account;
      case TIKTOK -> "https://www.tiktok.com/@" + account;
      case FACEBOOK -> "https://www.facebook.com/" + account;
      case YOUTUBE -> "https://www.youtube.com/@" + account;
      case X -> "https://x.com/" + account;
      case THREADS -> "https://www.threads.com/@" + account;
      case LINKEDIN -> "https://www.linkedin.com/" + account;
      case TELEGRAM -> "https://t.me/" + account;
      case BLUESKY -> "https://bsky.app/profile/" + account;
      case MASTODON ->
          "https://"
              + account.substring(account.indexOf('@') + 1)
              + "/@"
              + account.substring(0, account.indexOf('@'));
    };
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /** {@code in/rani} is a name of LinkedIn and no address. */
  private boolean isOwnPath(String seen) {
    return this == LINKEDIN && handle.matcher(seen).matches();
  }

  private List<String> hosts() {
    return switch (this) {
      case INSTAGRAM -> List.of("instagram.com", "instagr.am");
      case TIKTOK -> List.of("tiktok.com");
      case FACEBOOK -> List.of("facebook.com", "fb.com", "id-id.facebook.com");
      case YOUTUBE -> List.of("youtube.com");
      case X -> List.of("x.com", "twitter.com", "mobile.twitter.com");
      case THREADS -> List.of("threads.com", "threads.net");
      case LINKEDIN -> List.of("linkedin.com", "id.linkedin.com");
      case TELEGRAM -> List.of("t.me", "telegram.me");
      case BLUESKY -> List.of("bsky.app");
      case MASTODON -> List.of();
    };
  }

  /** The name in the path of an account's page; of a page of one post too. */
  private String ofPage(String path) {
    String name =
        switch (this) {
          case BLUESKY -> path.replaceFirst("^profile/", "");
          case YOUTUBE -> path.replaceFirst("^(?:c|user)/", "");
          case TELEGRAM -> path.replaceFirst("^s/", "");
          default -> path;
        };
    return this == LINKEDIN
        ? name.replaceFirst("^([^/]+/[^/]+).*$", "$1")
        : name.replaceFirst("/.*$", "");
  }
}
