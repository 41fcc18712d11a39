package id.gaung.platform.linkedin;

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

/** LinkedIn's pages and people. */
final class LinkedInClient extends NoApi {

  private final ShortLinks links;

  LinkedInClient(PlatformHttp http) {
    this.links = new ShortLinks(http, List.of("lnkd.in"));
  }

  @Override
  public Network network() {
    return Network.valueOf("LINKEDIN");
  }

  @Override
  public List<URI> sites(Account account) {
    return LinkedInAddresses.SITES;
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
    return LinkedInAddresses.read(account, pasted);
  }

  @Override
  public ContentRules rules(Account account) {
    return LinkedInRules.RULES;
  }
}
