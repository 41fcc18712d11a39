package id.gaung.channel;

import id.gaung.platform.Network;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A channel as the API shows it.
 *
 * @param expiresAt when a person must have connected it again; null if it renews itself
 */
record ChannelResponse(
    UUID id,
    Network network,
    URI server,
    String handle,
    String label,
    ChannelState state,
    Optional<Instant> expiresAt,
    Optional<Instant> pausedUntil,
    Optional<String> trouble,
    Instant connectedAt,
    int version) {

  static ChannelResponse from(Channel c) {
    return new ChannelResponse(
        c.id(),
        c.network(),
        c.server(),
        c.handle(),
        c.label(),
        c.state(),
        c.endsAt(),
        c.pausedUntil(),
        c.trouble(),
        c.connectedAt(),
        c.version());
  }
}
