package id.gaung.publishing;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A post on a creator's own account, whose address somebody gave.
 *
 * @param removedAt when it was not found any more
 */
public record GivenPost(
    UUID id,
    UUID deliverableId,
    UUID channelId,
    Optional<String> remoteUrl,
    Instant publishedAt,
    Instant givenAt,
    Optional<Instant> removedAt) {}
