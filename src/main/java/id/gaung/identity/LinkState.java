package id.gaung.identity;

/** Whether a sign-in link still works. */
public enum LinkState {
  USABLE,
  USED,
  EXPIRED,
  /** Never made, made void, or removed long after it expired. */
  UNKNOWN
}
