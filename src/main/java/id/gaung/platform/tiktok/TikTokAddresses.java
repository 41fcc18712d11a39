package id.gaung.platform.tiktok;

import id.gaung.platform.Account;
import id.gaung.platform.PostAddress;
import id.gaung.platform.PostAddress.Why;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is at an address of TikTok. */
final class TikTokAddresses {

  private static final Pattern POST =
      Pattern.compile("/@([^/]*)/(video|photo)/([0-9]{10,25})(?:/.*)?");

  /** Where old phones and embedded players say that a video is. */
  private static final Pattern BY_ID =
      Pattern.compile("/(?:v|embed|embed/v2|player/v1)/([0-9]{10,25})(?:\\.html)?");

  private static final Pattern PROFILE = Pattern.compile("/@([^/]+)(?:/(?:live|playlist/.*))?");

  private TikTokAddresses() {}

  static PostAddress read(Account account, String pasted, URI web) {
    return PostAddress.read(pasted, List.of(web), (site, path) -> at(account, site, path));
  }

  private static PostAddress at(Account account, URI site, String path) {
    Matcher post = POST.matcher(path);
    if (post.matches()) {
      // What the app shares of a post may leave the name out: "/@/video/74…".
      boolean own = post.group(1).isEmpty() || isOwn(account, post.group(1));
      return own
          ? named(account, site, post.group(2), post.group(3))
          : PostAddress.wrong(Why.OTHER_ACCOUNT);
    }
    Matcher id = BY_ID.matcher(path);
    if (id.matches()) {
      return named(account, site, "video", id.group(1));
    }
    Matcher profile = PROFILE.matcher(path);
    return PostAddress.wrong(
        !profile.matches()
            ? Why.NO_POST
            : isOwn(account, profile.group(1)) ? Why.PROFILE : Why.OTHER_ACCOUNT);
  }

  private static boolean isOwn(Account account, String name) {
    return Optional.of(name).filter(account.handle()::equalsIgnoreCase).isPresent();
  }

  private static PostAddress named(Account account, URI site, String kind, String id) {
    return PostAddress.named(id, site, "/@" + account.handle() + "/" + kind + "/" + id, true);
  }
}
