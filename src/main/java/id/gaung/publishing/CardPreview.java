package id.gaung.publishing;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;

/**
 * The card of a link, as a post without a picture will show it.
 *
 * @param byNetwork whether the network makes it from the page itself, so that nobody can say before
 *     what it will show; then there are no words and no photo of ours
 */
public record CardPreview(
    URI address, boolean byNetwork, String title, String description, Optional<UUID> photoId) {

  /** The site that it leads to, as cards name it. */
  public String host() {
    return host(address);
  }

  /** A URI names no host that has an underscore, which browsers open. */
  static String host(URI address) {
    return Optional.ofNullable(address.getHost()).orElse(address.getRawAuthority());
  }
}
