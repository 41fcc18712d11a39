package id.gaung.publishing;

import id.gaung.platform.RemotePost;
import java.util.UUID;

/** A rendition that is or was out, as its network knows it. */
public record RemoteRendition(
    UUID renditionId, UUID postId, UUID channelId, RemotePost post, RenditionState state) {}
