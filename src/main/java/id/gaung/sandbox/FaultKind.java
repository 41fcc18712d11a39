package id.gaung.sandbox;

/** What can be made to go wrong on a practice network. */
public enum FaultKind {
  /** The call is served at once but its answer comes late; the amount is in milliseconds. */
  SLOW,
  /** The call is not served; the answer is the network's HTTP 500. */
  HTTP_500,
  /**
   * The call is not served; the answer is the network's "too many". The amount is the wait in
   * seconds that the headers tell.
   */
  RATE_LIMIT_429,
  /** Calls with a token are told, in the network's way, that it is no longer valid. */
  TOKEN_EXPIRED,
  /** A post is accepted and kept, then the connection is cut without an answer. */
  LOST_ANSWER,
  /**
   * The processing of a picture ends in an error: Instagram's containers, Mastodon's media. Bluesky
   * has no such step.
   */
  CONTAINER_ERROR,
  /** Pictures take this many milliseconds to process, more than usual (Mastodon, Instagram). */
  SLOW_MEDIA,
  /** New posts are known to the network's index this many milliseconds later than usual. */
  INDEX_LAG,
  /** Mastodon: the Idempotency-Key is ignored, as compatible servers do. */
  KEY_IGNORED,
  /** Mastodon: a repeat with a known Idempotency-Key is answered by HTTP 500. */
  REPEAT_500;

  /** Whether anything on the network can go wrong in this way. */
  public boolean fits(PracticeNetwork network) {
    return switch (this) {
      case SLOW, HTTP_500, RATE_LIMIT_429, TOKEN_EXPIRED, LOST_ANSWER, INDEX_LAG -> true;
      case CONTAINER_ERROR, SLOW_MEDIA -> network != PracticeNetwork.BLUESKY;
      case KEY_IGNORED, REPEAT_500 -> network == PracticeNetwork.MASTODON;
    };
  }

  /** Whether it does nothing without an amount. */
  public boolean needsAmount() {
    return switch (this) {
      case SLOW, SLOW_MEDIA, INDEX_LAG -> true;
      case HTTP_500,
          RATE_LIMIT_429,
          TOKEN_EXPIRED,
          LOST_ANSWER,
          CONTAINER_ERROR,
          KEY_IGNORED,
          REPEAT_500 ->
          false;
    };
  }
}
