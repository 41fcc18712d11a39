package id.gaung.platform.tiktok;

import id.gaung.kernel.Network;
import java.util.List;

/** TikTok, where people of the city have accounts. */
public final class TikTokNetwork extends Network {

  public TikTokNetwork() {
    super(
        new Naming(
            "TIKTOK",
            "TikTok",
            20,
            "rani.kuliner",
            "[a-z0-9._]{2,24}(?<!\\.)",
            List.of("tiktok.com")));
  }

  @Override
  public String address(String account) {
    return "https://www.tiktok.com/@" + account;
  }
}
