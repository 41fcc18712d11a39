package id.gaung.report;

import id.gaung.platform.Network;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A post that is measured in the week, as the database has it.
 *
 * @param removedAt when it was found deleted, if it was
 * @param frozenAt when measuring ended, because it was deleted or its ladder was climbed: from then
 *     on its last value stands
 * @param measurable whether its network's id is known, so that its counts can be read
 * @param hidden whether at the week's end it stood on its account and its network did not show it
 */
public record PublishedRow(
    UUID id,
    UUID postId,
    UUID campaignId,
    String campaign,
    UUID channelId,
    String channel,
    Network network,
    String text,
    Instant publishedAt,
    Optional<String> remoteUrl,
    Optional<Instant> removedAt,
    Optional<Instant> frozenAt,
    Optional<String> creator,
    boolean measurable,
    boolean hidden) {}
