package id.gaung.channel;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;

/**
 * What came of connecting: a channel, or the network's page where the person must agree first, or
 * accounts of which the person chooses one. Exactly one of them is there.
 */
public record Connected(
    Optional<UUID> channelId, Optional<URI> authorize, Optional<Choosing> choice) {

  static Connected channel(UUID id) {
    return new Connected(Optional.of(id), Optional.empty(), Optional.empty());
  }

  static Connected redirect(URI authorize) {
    return new Connected(Optional.empty(), Optional.of(authorize), Optional.empty());
  }

  static Connected choice(Choosing choosing) {
    return new Connected(Optional.empty(), Optional.empty(), Optional.of(choosing));
  }
}
