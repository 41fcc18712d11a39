package id.gaung.report;

import java.time.Instant;

/** How many followed when the network was asked. */
public record FollowerReading(Instant readAt, long followers) {}
