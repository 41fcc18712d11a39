package id.gaung.catalogue;

import id.gaung.kernel.SocialNetwork;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a business is on social media.
 *
 * @param handle as the network's rules for names keep it, without a leading {@code @}
 */
public record UmkmAccount(SocialNetwork network, String handle) {

  /** Nobody has more worth knowing. */
  static final int MOST = 8;

  /**
   * Reads {@code instagram/dapurlaut}; the handle may have its {@code @} or be the address of the
   * profile.
   */
  static Optional<UmkmAccount> parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return Optional.empty();
    }
    return SocialNetwork.ofPath(text.substring(0, slash).strip().toLowerCase(Locale.ROOT))
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
}
