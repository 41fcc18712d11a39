package id.gaung.platform.x;

import id.gaung.kernel.Network;
import java.util.List;

/** X, where people of the city have accounts. */
public final class XNetwork extends Network {

  public XNetwork() {
    super(
        new Naming(
            "X",
            "X",
            50,
            "rani_kuliner",
            "[a-z0-9_]{1,15}",
            List.of("x.com", "twitter.com", "mobile.twitter.com")));
  }

  @Override
  public String address(String account) {
    return "https://x.com/" + account;
  }
}
