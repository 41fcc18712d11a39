package id.gaung.platform;

/** How an account is connected. */
public enum Login {
  /** A password for programs, typed here. */
  APP_PASSWORD,
  /** The person agrees on the network's own page. */
  CONSENT
}
