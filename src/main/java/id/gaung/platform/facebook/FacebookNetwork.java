package id.gaung.platform.facebook;

import id.gaung.kernel.Network;
import java.util.List;

/** Facebook, where people of the city have accounts. */
public final class FacebookNetwork extends Network {

  public FacebookNetwork() {
    super(
        new Naming(
            "FACEBOOK",
            "Facebook",
            30,
            "rani.kuliner",
            "[a-z0-9.-]{5,100}",
            List.of("facebook.com", "fb.com", "id-id.facebook.com")));
  }

  @Override
  public String address(String account) {
    return "https://www.facebook.com/" + account;
  }

  @Override
  public String shown(String account) {
    return account;
  }
}
