package id.gaung.platform.threads;

import id.gaung.platform.Account;
import id.gaung.platform.PostAddress;
import java.net.URI;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is at an address of Threads. The code in it is not the id that counts are read by. */
final class ThreadsAddresses {

  private static final String NAME = "/(?:@|%40)([A-Za-z0-9._]{1,30})";
  private static final String CODE = "([A-Za-z0-9_-]{5,64})";

  private static final Pattern POST = Pattern.compile(NAME + "/post/" + CODE + "(?:/media)?");

  /** As its app shares it. */
  private static final Pattern SHORT = Pattern.compile("/t/" + CODE);

  private static final Pattern PROFILE = Pattern.compile(NAME + "(?:/(?:replies|reposts|media))?");

  private ThreadsAddresses() {}

  /**
   * @param sites the one on which an address is kept first
   */
  static PostAddress read(Account account, String pasted, List<URI> sites) {
    return PostAddress.read(pasted, sites, (site, path) -> at(account, sites.get(0), path));
  }

  private static PostAddress at(Account account, URI site, String path) {
    Matcher post = POST.matcher(path);
    if (post.matches()) {
      return post.group(1).equalsIgnoreCase(account.handle())
          ? named(account, site, post.group(2))
          : PostAddress.wrong(PostAddress.Why.OTHER_ACCOUNT);
    }
    Matcher shared = SHORT.matcher(path);
    if (shared.matches()) {
      return named(account, site, shared.group(1));
    }
    Matcher profile = PROFILE.matcher(path);
    if (!profile.matches()) {
      return PostAddress.wrong(PostAddress.Why.NO_POST);
    }
    return PostAddress.wrong(
        profile.group(1).equalsIgnoreCase(account.handle())
            ? PostAddress.Why.PROFILE
            : PostAddress.Why.OTHER_ACCOUNT);
  }

  private static PostAddress named(Account account, URI site, String code) {
    return PostAddress.named(code, site, "/@" + account.handle() + "/post/" + code, false);
  }
}
