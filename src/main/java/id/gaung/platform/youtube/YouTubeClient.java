package id.gaung.platform.youtube;

import id.gaung.kernel.Network;
import id.gaung.platform.Account;
import id.gaung.platform.ContentRules;
import id.gaung.platform.NoApi;
import id.gaung.platform.PostAddress;
import java.net.URI;
import java.util.List;

/** YouTube's channels. */
final class YouTubeClient extends NoApi {

  @Override
  public Network network() {
    return Network.valueOf("YOUTUBE");
  }

  @Override
  public List<URI> sites(Account account) {
    return VideoAddresses.SITES;
  }

  @Override
  public PostAddress postAt(Account account, String pasted) {
    return VideoAddresses.read(account, pasted);
  }

  @Override
  public ContentRules rules(Account account) {
    return YouTubeRules.RULES;
  }
}
