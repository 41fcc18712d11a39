package id.gaung.report;

import java.util.UUID;

/** A post's channel's followers when it came out. */
public record FollowersRow(UUID renditionId, long followers) {}
