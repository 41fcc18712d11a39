package id.gaung.channel;

import id.gaung.platform.Network;
import java.time.Instant;
import java.util.UUID;

/** A person is at the network to agree. */
@SuppressWarnings("ArrayRecordComponent")
public record ConnectingRow(
    String stateHash,
    Network network,
    UUID personId,
    byte[] sealedPending,
    String label,
    Instant expiresAt) {}
