package id.gaung.platform;

/** How it is found out what became of a call without an answer. */
public enum Settling {
  /** By a key of our own at which the post lies. */
  OWN_KEY,
  /** By what the account itself shows: its newest posts, held against what was sent. */
  OWN_LIST,
  /** By the state of what was prepared at the network, then by what the account shows. */
  PREPARED_THEN_LIST,
  /**
   * Only by a person: the network lets no client read what the account has published, so that
   * neither a lost answer nor whether a post still stands can be told.
   */
  PERSON
}
