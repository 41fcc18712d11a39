package id.gaung.platform;

/** What a client can do beside publishing and reading counts. */
public enum Ability {
  /** {@link SocialPlatform#delete}. */
  DELETE,
  /** {@link SocialPlatform#list}. */
  LIST
}
