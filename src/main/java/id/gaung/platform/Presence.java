package id.gaung.platform;

/** Whether a post still stands, asked at the source and not at an index. */
public enum Presence {
  PRESENT,
  GONE,
  /** The network did not answer, so nothing is known. */
  UNKNOWN
}
