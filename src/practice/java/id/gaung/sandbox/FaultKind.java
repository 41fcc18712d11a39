package id.gaung.sandbox;

import id.gaung.kernel.Network;

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
   * The processing of what was uploaded ends in an error: Instagram's containers, Mastodon's media,
   * Bluesky's videos (its pictures have no such step).
   */
  CONTAINER_ERROR,
  /** What was uploaded takes this many milliseconds more to process; of Bluesky a video. */
  SLOW_MEDIA,
  /** Threads: a container that is ready is not found by the call that publishes it. */
  CONTAINER_NOT_FOUND,
  /** New posts are known to the network's index this many milliseconds later than usual. */
  INDEX_LAG,
  /** Mastodon: the Idempotency-Key is ignored, as compatible servers do. */
  KEY_IGNORED,
  /** Mastodon: a repeat with a known Idempotency-Key is answered by HTTP 500. */
  REPEAT_500,
  /** Mastodon: own statuses come as the wrapper of somebody's boost, in lists and by their id. */
  BOOST_WRAPPERS,
  /** Mastodon: a status asked for by its id comes under another one, as after a change. */
  NEW_IDS,
  /**
   * Mastodon: markup and entities are undone in what is shown, links to pictures become
   * attachments, and attachments get other ids. What was typed is kept as the source.
   */
  TEXTS_REWRITTEN,
  /** Bluesky: posts stand with the account but are shown to nobody, as after moderation. */
  HIDDEN_FROM_OTHERS,
  /** Counts stand at zero although there are some. */
  COUNTS_LATE,
  /** Counts are told as minus one. */
  COUNTS_NEGATIVE,
  /** Mastodon: pages stand under another host than the one that is called. */
  OTHER_PAGES,
  /** Mastodon: the clock is so many milliseconds behind, and no Date header tells. */
  CLOCK_BEHIND,
  /** The headers tell that so many percent of each limit are used. */
  LIMIT_USED,
  /** The headers tell nonsense of the limits: texts, and ends that are long over. */
  LIMIT_NONSENSE,
  /** Bluesky: a text is refused as too long, in the words of today's server. */
  TEXT_REFUSED,
  /** X: fields come under the names that they had before August 2026. */
  OLD_NAMES,
  /** X: the app has no credits left, so that nothing is served (HTTP 402). */
  NO_CREDITS,
  /** YouTube: an upload is forgotten when its last bytes come, and no video is made. */
  UPLOAD_LOST,
  /** YouTube: a day's quota of the project is used up when an upload is begun. */
  QUOTA_USED;

  /** Whether anything on the network can go wrong in this way. */
  public boolean fits(Network network) {
    PracticeServer server = PracticeServer.of(network);
    return switch (this) {
      case SLOW,
          HTTP_500,
          RATE_LIMIT_429,
          TOKEN_EXPIRED,
          LOST_ANSWER,
          INDEX_LAG,
          COUNTS_LATE,
          COUNTS_NEGATIVE,
          LIMIT_USED,
          LIMIT_NONSENSE ->
          !server.missingFaults().contains(this);
      default -> server.ownFaults().contains(this);
    };
  }

  /** Whether it does nothing without an amount. */
  public boolean needsAmount() {
    return switch (this) {
      case SLOW, SLOW_MEDIA, INDEX_LAG, CLOCK_BEHIND, LIMIT_USED -> true;
      default -> false;
    };
  }
}
