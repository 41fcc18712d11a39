package id.gaung.platform;

import id.gaung.kernel.Network;
import java.net.URI;
import java.util.List;

/** A network for accounts whose posts a person puts out: its rules and addresses are its own. */
public final class ByHand extends NoApi {

  private final SocialPlatform network;

  public ByHand(SocialPlatform network) {
    this.network = network;
  }

  @Override
  public Network network() {
    return network.network();
  }

  @Override
  public List<URI> sites(Account account) {
    return network.sites(account);
  }

  @Override
  public String whole(String pasted) {
    return network.whole(pasted);
  }

  @Override
  public PostAddress postAt(Account account, String pasted) {
    return network.postAt(account, pasted);
  }

  @Override
  public ContentRules rules(Account account) {
    return network.rules(account).byHand();
  }
}
