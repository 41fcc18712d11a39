package id.gaung.platform;

/**
 * What of a network's API stays off until an administrator has recorded who allowed it, and when:
 * what the network's terms do not let an office do by itself. See {@link NetworkModule#permit()}.
 */
public enum Permit {
  /** Everything may be done by whoever has a login. */
  NOT_NEEDED,
  /** Accounts are connected and read; publishing by us waits for the permission. */
  FOR_PUBLISHING,
  /** Nobody connects an account before. */
  FOR_EVERYTHING
}
