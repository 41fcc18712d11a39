package id.gaung.channel;

import id.gaung.kernel.Network;
import id.gaung.platform.PublishMode;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A whole row: the channel, and its secrets as they lie in the database.
 *
 * @param sealedSecrets empty once it was disconnected
 */
public record SealedChannel(
    UUID id,
    Network network,
    URI server,
    String remoteId,
    String handle,
    Map<String, String> traits,
    String label,
    ChannelState state,
    Optional<byte[]> sealedSecrets,
    Optional<Instant> refreshAt,
    Optional<Instant> expiresAt,
    Optional<Instant> pausedUntil,
    Optional<String> trouble,
    Instant connectedAt,
    PublishMode mode,
    Optional<UUID> responsibleId,
    boolean hasLogin,
    Optional<UUID> creatorId,
    int version) {

  Channel channel() {
    return new Channel(
        id,
        network,
        server,
        remoteId,
        handle,
        traits,
        label,
        state,
        refreshAt,
        expiresAt,
        pausedUntil,
        trouble,
        connectedAt,
        mode,
        responsibleId,
        hasLogin,
        creatorId,
        version);
  }
}
