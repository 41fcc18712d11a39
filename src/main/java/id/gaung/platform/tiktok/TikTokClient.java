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

/** TikTok's accounts. */
final class TikTokClient extends NoApi {

  private static final List<String> SHORT =
      List.of("vt.tiktok.com", "vm.tiktok.com", "www.tiktok.com/t/", "tiktok.com/t/");

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
    return TikTokAddresses.SITES;
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
    return TikTokAddresses.read(account, pasted);
  }

  @Override
  public ContentRules rules(Account account) {
    return TikTokRules.RULES;
  }
}
