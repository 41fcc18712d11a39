package id.gaung.platform.x;

import id.gaung.platform.Account;
import id.gaung.platform.PostAddress;
import id.gaung.platform.PostAddress.Why;
import id.gaung.platform.RemotePost;
import id.gaung.platform.WebAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Addresses of posts and accounts, as they are kept: on {@code web}, {@code https://x.com}. */
record XAddresses(URI web) {

  private static final List<String> NAMES =
      List.of("https://x.com", "https://twitter.com", "https://mobile.twitter.com");

  /** With the account's name, or with {@code i} in its place. */
  private static final Pattern POST =
      Pattern.compile("/(?:([A-Za-z0-9_]{1,15})|i/web)/status(?:es)?/([0-9]{1,19})(?:/.*)?");

  private static final Pattern PROFILE =
      Pattern.compile("/([A-Za-z0-9_]{1,15})(?:/(?:with_replies|media|highlights|articles))?");

  List<URI> sites() {
    return Stream.concat(Stream.of(web), NAMES.stream().map(URI::create)).distinct().toList();
  }

  RemotePost post(Account account, String id) {
    return new RemotePost(
        id, Optional.of(URI.create(WebAddress.site(web) + path(account.handle(), id))));
  }

  private static String path(String handle, String id) {
    return "/" + WebAddress.encoded(handle) + "/status/" + id;
  }

  Optional<RemotePost> named(Account account, URI address) {
    return read(account, address.toString()) instanceof PostAddress.Named named
        ? Optional.of(named.post())
        : Optional.empty();
  }

  PostAddress read(Account account, String pasted) {
    return PostAddress.read(pasted, sites(), (site, path) -> at(account, path));
  }

  private PostAddress at(Account account, String path) {
    Matcher post = POST.matcher(path);
    if (post.matches()) {
      String name = post.group(1);
      boolean own = name == null || name.equals("i") || account.handle().equalsIgnoreCase(name);
      return own
          ? PostAddress.named(post.group(2), web, path(account.handle(), post.group(2)), true)
          : PostAddress.wrong(Why.OTHER_ACCOUNT);
    }
    Matcher profile = PROFILE.matcher(path);
    if (!profile.matches() || profile.group(1).matches("i|search|home|explore|hashtag|share")) {
      return PostAddress.wrong(Why.NO_POST);
    }
    return PostAddress.wrong(
        account.handle().equalsIgnoreCase(profile.group(1)) ? Why.PROFILE : Why.OTHER_ACCOUNT);
  }
}
