package id.gaung.platform;

/** What came of giving an authorisation back to its network. */
public enum Revoking {
  /** The network says that it is ended, or that it was so already. */
  REVOKED,
  /** The network offers no way, so a person ends it in the account's settings there. */
  NOT_OFFERED,
  /** The network did not say that it is ended, so a person makes sure of it there. */
  NOT_CERTAIN
}
