package id.gaung.platform.x;

import id.gaung.kernel.Network;
import id.gaung.platform.Account;
import id.gaung.platform.ContentRules;
import id.gaung.platform.NoApi;
import id.gaung.platform.PostAddress;
import id.gaung.platform.PostAddress.Why;
import java.net.URI;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** X's accounts. */
final class XClient extends NoApi {

  private static final URI SITE = URI.create("https://x.com");

  private static final List<URI> SITES =
      Stream.of("https://x.com", "https://twitter.com", "https://mobile.twitter.com")
          .map(URI::create)
          .toList();

  /** With the account's name, or with {@code i} in its place. */
  private static final Pattern POST =
      Pattern.compile("/(?:([A-Za-z0-9_]{1,15})|i/web)/status(?:es)?/([0-9]{1,19})(?:/.*)?");

  private static final Pattern PROFILE =
      Pattern.compile("/([A-Za-z0-9_]{1,15})(?:/(?:with_replies|media|highlights|articles))?");

  @Override
  public Network network() {
    return Network.valueOf("X");
  }

  @Override
  public List<URI> sites(Account account) {
    return SITES;
  }

  @Override
  public PostAddress postAt(Account account, String pasted) {
    return PostAddress.read(pasted, SITES, (site, path) -> at(account, path));
  }

  private static PostAddress at(Account account, String path) {
    Matcher post = POST.matcher(path);
    if (post.matches()) {
      String name = post.group(1);
      boolean own = name == null || name.equals("i") || account.handle().equalsIgnoreCase(name);
      return own
          ? PostAddress.named(
              post.group(2), SITE, "/" + account.handle() + "/status/" + post.group(2), true)
          : PostAddress.wrong(Why.OTHER_ACCOUNT);
    }
    Matcher profile = PROFILE.matcher(path);
    if (!profile.matches() || profile.group(1).matches("i|search|home|explore|hashtag|share")) {
      return PostAddress.wrong(Why.NO_POST);
    }
    return PostAddress.wrong(
        account.handle().equalsIgnoreCase(profile.group(1)) ? Why.PROFILE : Why.OTHER_ACCOUNT);
  }

  @Override
  public ContentRules rules(Account account) {
    return XRules.RULES;
  }
}
