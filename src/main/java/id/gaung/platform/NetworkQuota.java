package id.gaung.platform;

import java.time.Duration;

/**
 * How much of something an account may do, as the network publishes it; what it says with its
 * answers goes before.
 *
 * @param told how one learns how much of it is used
 */
public record NetworkQuota(Of of, int most, Duration within, Told told) {

  /** One that answers tell of. */
  public NetworkQuota(Of of, int most, Duration within) {
    this(of, most, within, Told.WITH_ANSWERS);
  }

  public enum Of {
    /** Posts that come out. */
    POSTS,
    /** Uploads of pictures and videos. */
    UPLOADS,
    VIDEOS,
    /** Drafts that wait in the network's app until a person ends them. */
    DRAFTS,
    /** Calls of any kind. */
    CALLS
  }

  /** How one learns how much is used. */
  public enum Told {
    /** Its answers say so: {@link NetworkModule#limits}. */
    WITH_ANSWERS,
    /** It says so when asked ({@link SocialPlatform#askLimits}); in between our posts count. */
    WHEN_ASKED,
    /** Never: what we published counts. */
    NEVER
  }
}
