package id.gaung.platform;

/** What networks count about a post, in canonical names (platforms' own names differ). */
public enum Metric {
  VIEWS,
  REACH,
  LIKES,
  COMMENTS,
  SHARES,
  SAVES
}
