package id.gaung.engagement;

import java.time.Instant;

/** A known value of one metric of one post at an instant. */
public record Observation(Instant at, long value) {}
