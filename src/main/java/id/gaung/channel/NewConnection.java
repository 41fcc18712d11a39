package id.gaung.channel;

import id.gaung.platform.Network;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** An account as it is stored when it has been connected. */
@SuppressWarnings("ArrayRecordComponent")
public record NewConnection(
    UUID id,
    Network network,
    URI server,
    String remoteId,
    String handle,
    Map<String, String> traits,
    String label,
    byte[] sealedSecrets,
    Optional<Instant> refreshAt,
    Optional<Instant> expiresAt,
    Instant at) {}
