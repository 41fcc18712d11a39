package id.gaung.platform.mastodon;

import id.gaung.platform.Account;
import id.gaung.platform.PostAddress;
import java.net.URI;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is at an address of a server. */
final class StatusAddresses {

  /** {@code /@user/ID} and the older {@code /users/user/statuses/ID}; ids are no longer numbers. */
  private static final Pattern STATUS =
      Pattern.compile("/(?:web/)?(?:@([^/]+)|users/([^/]+)/statuses)/([A-Za-z0-9_-]{1,64})");

  private static final Pattern PROFILE =
      Pattern.compile("/(?:web/)?(?:@|users/)([^/]+)(?:/(?:media|with_replies|featured))?");

  private static final Pattern COPY = Pattern.compile("/@([^/@]+)@([^/@]+)/[A-Za-z0-9_-]{1,64}");

  private StatusAddresses() {}

  static PostAddress read(Account account, String pasted, List<URI> sites) {
    PostAddress read = PostAddress.read(pasted, sites, (site, path) -> at(account, site, path));
    return read.equals(PostAddress.wrong(PostAddress.Why.OTHER_NETWORK)) && isCopy(account, pasted)
        ? PostAddress.wrong(PostAddress.Why.COPY)
        : read;
  }

  /** Other servers show an account's posts under its name with its server, and ids of their own. */
  private static boolean isCopy(Account account, String pasted) {
    Matcher copy = COPY.matcher(pasted.strip());
    return copy.find()
        && isOwn(account, copy.group(1))
        && copy.group(2).equalsIgnoreCase(account.server().getHost());
  }

  private static PostAddress at(Account account, URI site, String path) {
    Matcher profile = PROFILE.matcher(path);
    if (profile.matches()) {
      return PostAddress.wrong(
          isOwn(account, profile.group(1))
              ? PostAddress.Why.PROFILE
              : PostAddress.Why.OTHER_ACCOUNT);
    }
    Matcher status = STATUS.matcher(path);
    if (!status.matches()) {
      return PostAddress.wrong(PostAddress.Why.NO_POST);
    }
    String user = status.group(1) == null ? status.group(2) : status.group(1);
    return isOwn(account, user)
        ? PostAddress.named(
            status.group(3), site, "/@" + name(account) + "/" + status.group(3), true)
        : PostAddress.wrong(PostAddress.Why.OTHER_ACCOUNT);
  }

  /** {@code user@host} in a path is somebody's of another server, also where the host is ours. */
  private static boolean isOwn(Account account, String user) {
    return user.equalsIgnoreCase(name(account));
  }

  private static String name(Account account) {
    return account.handle().replaceFirst("@.*$", "");
  }
}
