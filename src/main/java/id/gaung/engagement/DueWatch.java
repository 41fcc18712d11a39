package id.gaung.engagement;

import id.gaung.platform.RemotePost;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A post whose counts are to be read now.
 *
 * @param absentSince when its network first said that it is gone; empty while it stands
 */
public record DueWatch(
    UUID renditionId,
    UUID channelId,
    Instant publishedAt,
    Instant nextAt,
    Optional<Instant> absentSince,
    String remoteId,
    Optional<String> remoteUrl) {

  RemotePost post() {
    return new RemotePost(remoteId, remoteUrl.map(URI::create));
  }
}
