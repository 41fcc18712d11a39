package id.gaung.platform;

/** What may be said of a post beside its text, where its network knows it. */
public enum PostOption {
  TITLE,
  PRIVACY,
  THREAD,
  FIRST_COMMENT,
  PAID_PARTNERSHIP,
  AI_LABEL
}
