package id.gaung.platform.tiktok;

import id.gaung.kernel.Network;
import id.gaung.platform.Account;
import id.gaung.platform.ContentRules;
import id.gaung.platform.NoApi;
import id.gaung.platform.PlatformHttp;
import id.gaung.platform.PostAddress;
import id.gaung.platform.PostAddress.Why;
import id.gaung.platform.ShortLinks;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** TikTok's accounts. */
final class TikTokClient extends NoApi {

  private static final List<String> SHORT =
      List.of("vt.tiktok.com", "vm.tiktok.com", "www.tiktok.com/t/", "tiktok.com/t/");

  private static final URI SITE = URI.create("https://www.tiktok.com");

  private static final Pattern POST =
      Pattern.compile("/@([^/]*)/(video|photo)/([0-9]{10,25})(?:/.*)?");

  /** Where old phones and embedded players say that a video is. */
  private static final Pattern BY_ID =
      Pattern.compile("/(?:v|embed|embed/v2|player/v1)/([0-9]{10,25})(?:\\.html)?");

  private static final Pattern PROFILE = Pattern.compile("/@([^/]+)(?:/(?:live|playlist/.*))?");

  private final ShortLinks links;

  TikTokClient(PlatformHttp http) {
    this.links = new ShortLinks(http, SHORT);
  }

  @Override
  public Network network() {
    return Network.valueOf("TIKTOK");
  }

  @Override
  public List<URI> sites(Account account) {
    return List.of(SITE);
  }

  @Override
  public String whole(String pasted) {
    return links.whole(pasted);
  }

  @Override
  public PostAddress postAt(Account account, String pasted) {
    if (links.isOne(pasted)) {
      return PostAddress.wrong(Why.SHORT);
    }
    return PostAddress.read(pasted, List.of(SITE), (site, path) -> at(account, path));
  }

  private static PostAddress at(Account account, String path) {
    Matcher post = POST.matcher(path);
    if (post.matches()) {
      // What the app shares of a post may leave the name out: "/@/video/74…".
      boolean own = post.group(1).isEmpty() || isOwn(account, post.group(1));
      return own
          ? named(account, post.group(2), post.group(3))
          : PostAddress.wrong(Why.OTHER_ACCOUNT);
    }
    Matcher id = BY_ID.matcher(path);
    if (id.matches()) {
      return named(account, "video", id.group(1));
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

  private static PostAddress named(Account account, String kind, String id) {
    return PostAddress.named(id, SITE, "/@" + account.handle() + "/" + kind + "/" + id, true);
  }

  @Override
  public ContentRules rules(Account account) {
    return TikTokRules.RULES;
  }
}
