package id.gaung.platform.telegram;

import id.gaung.kernel.Network;
import java.util.List;
import java.util.Optional;

/** Telegram, where people of the city have accounts. */
public final class TelegramNetwork extends Network {

  public TelegramNetwork() {
    super(
        new Naming(
            "TELEGRAM",
            "Telegram",
            80,
            "ranikuliner",
            "[a-z][a-z0-9_]{3,31}",
            List.of("t.me", "telegram.me")));
  }

  @Override
  public String address(String account) {
    return "https://t.me/" + account;
  }

  @Override
  protected Optional<String> onPage(String host, String path) {
    return super.onPage(host, path.replaceFirst("^s/", ""));
  }
}
