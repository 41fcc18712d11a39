package id.gaung.creator;

/** What a partner is. */
public enum CreatorKind {
  /** A person with an audience on social networks. */
  CREATOR,
  /** A local medium: a newspaper, a radio station, a news account. */
  MEDIA
}
