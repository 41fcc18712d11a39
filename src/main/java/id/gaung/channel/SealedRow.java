package id.gaung.channel;

import java.util.Optional;
import java.util.UUID;

/** The sealed secrets of one channel, as they lie in the database. */
public record SealedRow(UUID id, Optional<byte[]> sealedSecrets) {}
