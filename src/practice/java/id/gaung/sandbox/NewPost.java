package id.gaung.sandbox;

import java.time.Instant;

/** A post to be stored; see {@link PracticePost} for the components. */
public record NewPost(
    long accountId,
    String remoteId,
    String shortCode,
    String clientKey,
    String text,
    String recordJson,
    String cid,
    String appName,
    Instant createdAt,
    Instant indexedAt) {}
