package id.gaung.channel;

import id.gaung.platform.NetworkQuota;

/**
 * What a call to a network is for. Publishing comes first: it may use all of a limit. Reading stops
 * while a part is left for it, and between the two lies what is kept for people who press a button.
 */
public enum Work {
  /** What has its time, looked up where its outcome is unknown. */
  PUBLISH(100),
  /** A person waits for it. */
  PRESSED(90),
  /** What comes round by itself. */
  READ(75);

  /** Networks that tell only a part lengthen the block of whoever calls on at the end. */
  private static final int STOP_OF_PART = 95;

  private final int share;

  Work(int share) {
    this.share = share;
  }

  /** What is limited apart stops nothing else: nobody but publishing makes posts and uploads. */
  boolean minds(NetworkQuota.Of of) {
    return switch (of) {
      case CALLS -> true;
      case POSTS, UPLOADS, VIDEOS, DRAFTS -> this == PUBLISH;
      case READS -> this != PUBLISH;
      // A part of a thread, and an order to take a post away, are asked for again by themselves.
      case REPLIES, DELETES -> false;
    };
  }

  boolean stopsAt(long used, long most, boolean inPercent) {
    int stop = inPercent ? Math.min(share, STOP_OF_PART) : share;
    return used >= (most * stop + 99) / 100;
  }
}
