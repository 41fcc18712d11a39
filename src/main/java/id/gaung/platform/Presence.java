package id.gaung.platform;

/** Whether a post still stands, asked at the source and not at an index. */
public enum Presence {
  PRESENT,
  GONE,
  /** It stands, but on another account: its address names none. */
  ELSEWHERE,
  /** The network did not answer, so nothing is known. */
  UNKNOWN
}
