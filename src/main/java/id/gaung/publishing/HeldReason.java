package id.gaung.publishing;

/** What stands in the way of a due rendition, and may be cleared before its grace ends. */
public enum HeldReason {
  /** The campaign is paused. */
  CAMPAIGN,
  /** The channel is not connected. */
  CHANNEL,
  /** Somebody stopped all publishing. */
  STOPPED
}
