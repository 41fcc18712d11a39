package id.gaung.platform;

/** How the posts of an account get out. */
public enum PublishMode {
  /** By us, with the account's login. */
  API,
  /** A draft is put on the person's phone, who ends it in the network's own app. */
  HANDOVER,
  /** A person posts it, from a task that holds all that is needed, and gives its address. */
  BY_HAND
}
