package id.gaung.platform.linkedin;

import id.gaung.kernel.Network;
import java.util.List;
import java.util.Optional;

/** LinkedIn, where people of the city have accounts. */
public final class LinkedInNetwork extends Network {

  public LinkedInNetwork() {
    super(
        new Naming(
            "LINKEDIN",
            "LinkedIn",
            70,
            "in/rani-kuliner",
            "(in|company|school|showcase)/[\\p{L}\\p{N}_-]{2,100}",
            List.of("linkedin.com", "id.linkedin.com")));
  }

  @Override
  public String address(String account) {
    return "https://www.linkedin.com/" + account;
  }

  @Override
  public String shown(String account) {
    return account;
  }

  /** {@code in/rani}: the kind of account is part of its name. */
  @Override
  protected Optional<String> onPage(String host, String path) {
    return super.onPage(host, path).map(kind -> path.replaceFirst("^([^/]+/[^/]+).*$", "$1"));
  }

  @Override
  protected String completed(String name) {
    return name.contains("/") ? name : "in/" + name;
  }
}
