package id.gaung.platform;

import java.time.Duration;

/**
 * How much of something an account may do, as the network publishes it; what it says with its
 * answers goes before.
 */
public record NetworkQuota(Of of, int most, Duration within) {
  public enum Of {
    /** Posts that come out. */
    POSTS,
    /** Uploads of pictures and videos. */
    UPLOADS,
    VIDEOS,
    /** Calls of any kind. */
    CALLS
  }
}
