package id.gaung.publishing;

/** What stands in the way of a due rendition, and may be cleared before its grace ends. */
public enum HeldReason {
  /** The campaign is paused. */
  CAMPAIGN,
  /** The channel is not connected. */
  CHANNEL,
  /** The licence of a photo or video of it has ended, or does not allow that network. */
  LICENCE,
  /** Somebody stopped all publishing. */
  STOPPED
}
