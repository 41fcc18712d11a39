package id.gaung.sandbox;

/** What a route is for: decides which faults touch it. */
enum Purpose {
  /** Makes a post visible. */
  PUBLISH,
  /** Any other change: uploads, containers, deletions. */
  CHANGE,
  READ,
  /** Sign-in and tokens; a fault of expired tokens leaves it alone. */
  SIGN_IN,
  /** For people: never touched by a fault. */
  PAGE
}
