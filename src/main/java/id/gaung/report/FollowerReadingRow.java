package id.gaung.report;

import java.time.Instant;
import java.util.UUID;

/** How many followed a channel when the network was asked. */
public record FollowerReadingRow(UUID channelId, Instant observedAt, long value) {}
