package id.gaung.catalogue;

import id.gaung.kernel.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where a business is on social media.
 *
 * @param handle as the network's rules for names keep it, without a leading {@code @}
 */
public record UmkmAccount(Network network, String handle) {

  /** Nobody has more worth knowing. */
  static final int MOST = 8;

  /**
   * Reads {@code network/dapurlaut}; the handle may have its {@code @} or be the address of the
   * profile.
   */
  static Optional<UmkmAccount> parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return Optional.empty();
    }
    return Network.ofPath(text.substring(0, slash).strip().toLowerCase(Locale.ROOT))
        .flatMap(
            network ->
                network
                    .handle(text.substring(slash + 1))
                    .map(handle -> new UmkmAccount(network, handle)));
  }

  /** As {@link #parse} reads it. */
  public String text() {
    return network.path() + "/" + handle;
  }

  /** Several as a cell of a file holds them. */
  static String texts(List<UmkmAccount> accounts) {
    return accounts.stream().map(UmkmAccount::text).collect(Collectors.joining(", "));
  }

  /**
   * A cell of a file: accounts between commas, semicolons or line ends, each a network and a name
   * behind a slash, a colon or a space, such as {@code network: @dapurlaut}.
   *
   * @param accounts each once, in their order; none if something is wrong
   * @param wrong the key of the first reason, with its arguments
   */
  record Cell(List<UmkmAccount> accounts, Optional<String> wrong, List<String> args) {

    private static final Pattern ENTRY = Pattern.compile("(\\p{L}+)\\s*[/: ]\\s*(\\S.*)");
    private static final String NETWORKS =
        Network.all().stream().map(Network::path).collect(Collectors.joining(", "));

    private static final String EXAMPLE = Network.all().get(0).path() + "/dapurlaut";

    static Cell read(String written) {
      List<UmkmAccount> accounts = new ArrayList<>();
      for (String entry : written.split("[,;\\n]", -1)) {
        String text = entry.strip();
        Matcher parts = ENTRY.matcher(text);
        if (text.isEmpty()) {
          continue;
        }
        if (!parts.matches()) {
          return not("catalogue.import.account", shown(text), EXAMPLE);
        }
        Optional<Network> network = Network.ofPath(parts.group(1).toLowerCase(Locale.ROOT));
        Optional<String> handle = network.flatMap(known -> known.handle(parts.group(2)));
        if (network.isEmpty()) {
          return not("catalogue.import.account-network", shown(parts.group(1)), NETWORKS);
        }
        if (handle.isEmpty()) {
          return not(
              "catalogue.import.account-handle",
              shown(parts.group(2)),
              network.get().label(),
              network.get().example());
        }
        UmkmAccount account = new UmkmAccount(network.get(), handle.get());
        if (!accounts.contains(account)) {
          accounts.add(account);
        }
      }
      return accounts.size() > MOST
          ? not("catalogue.import.account-many", Integer.toString(MOST))
          : new Cell(List.copyOf(accounts), Optional.empty(), List.of());
    }

    private static Cell not(String key, String... args) {
      return new Cell(List.of(), Optional.of(key), List.of(args));
    }

    private static String shown(String written) {
      return written.length() > 60 ? written.substring(0, 60) + "…" : written;
    }
  }
}
