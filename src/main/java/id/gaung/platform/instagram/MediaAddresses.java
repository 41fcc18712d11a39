package id.gaung.platform.instagram;

import id.gaung.platform.Account;
import id.gaung.platform.PostAddress;
import id.gaung.platform.WebAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is at an address of Instagram. */
final class MediaAddresses {

  /**
   * {@code /p/CODE}, {@code /reel/CODE}, with or without the account before it: one post, which is
   * kept as the first.
   */
  private static final Pattern MEDIA =
      Pattern.compile("/(?:([A-Za-z0-9._]{1,30})/)?(p|reel|reels|tv)/([A-Za-z0-9_-]{5,64})");

  private static final Pattern PROFILE =
      Pattern.compile("/([A-Za-z0-9._]{1,30})(?:/(?:reels|tagged|feed))?");

  private MediaAddresses() {}

  /** The code of a post in its whole address; empty if it is none. */
  static Optional<String> code(String address) {
    return WebAddress.given(address)
        .flatMap(uri -> Optional.ofNullable(uri.getPath()))
        .map(path -> MEDIA.matcher(path.replaceFirst("/+$", "")))
        .filter(Matcher::matches)
        .map(media -> media.group(3));
  }

  /** The one address of a post, whichever of them it is; as it is if it is no post's. */
  static URI kept(URI address) {
    return code(address.toString())
        .map(code -> URI.create(WebAddress.site(address) + "/p/" + code + "/"))
        .orElse(address);
  }

  static PostAddress read(Account account, String pasted, List<URI> sites) {
    return PostAddress.read(pasted, sites, (site, path) -> at(account, sites.get(0), path));
  }

  private static PostAddress at(Account account, URI site, String path) {
    Matcher media = MEDIA.matcher(path);
    if (media.matches()) {
      boolean own =
          Optional.ofNullable(media.group(1)).map(account.handle()::equalsIgnoreCase).orElse(true);
      return own
          ? PostAddress.named(media.group(3), site, "/p/" + media.group(3) + "/", true)
          : PostAddress.wrong(PostAddress.Why.OTHER_ACCOUNT);
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
}
