package id.gaung.report;

import id.gaung.platform.Network;
import java.util.Optional;
import java.util.UUID;

/** A channel's followers at both ends of a week. */
public record FollowerEndsRow(
    UUID channelId,
    String channel,
    Network network,
    Optional<Long> atStart,
    Optional<Long> atEnd) {}
