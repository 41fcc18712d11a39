package id.gaung.channel;

import java.util.Optional;
import org.jdbi.v3.core.mapper.Nested;

/**
 * A channel with its sealed secrets, as they lie in the database.
 *
 * @param sealedSecrets empty once it was disconnected
 */
public record SealedChannel(@Nested Channel channel, Optional<byte[]> sealedSecrets) {}
