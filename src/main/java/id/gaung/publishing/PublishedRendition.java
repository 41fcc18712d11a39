package id.gaung.publishing;

import id.gaung.platform.RemotePost;
import java.time.Instant;
import java.util.UUID;

/** A rendition that has just gone out. */
public record PublishedRendition(
    UUID renditionId, UUID channelId, Instant publishedAt, RemotePost post) {}
