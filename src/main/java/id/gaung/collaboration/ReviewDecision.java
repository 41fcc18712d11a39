package id.gaung.collaboration;

/** What staff say to a draft. */
public enum ReviewDecision {
  APPROVED,
  CHANGES_REQUESTED
}
