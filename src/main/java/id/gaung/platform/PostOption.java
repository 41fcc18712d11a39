package id.gaung.platform;

/**
 * What may be said of a post beside its text, where its network knows it. As values: the text
 * itself for a title, a thread or a comment; one of {@link NetworkModule#choices} for who may see
 * it; {@code true} for what is only said.
 */
public enum PostOption {
  TITLE,
  PRIVACY,
  THREAD,
  FIRST_COMMENT,
  PAID_PARTNERSHIP,
  AI_LABEL
}
