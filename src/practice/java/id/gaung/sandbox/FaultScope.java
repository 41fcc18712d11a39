package id.gaung.sandbox;

/** Which calls a fault touches. Kinds that belong to one step of publishing ignore it. */
public enum FaultScope {
  EVERY_CALL,
  /** The one call that makes a post visible. */
  PUBLISHING,
  /** Counts, profiles, lists, states of containers. */
  READING;

  boolean covers(Purpose purpose) {
    return switch (this) {
      case EVERY_CALL -> true;
      case PUBLISHING -> purpose == Purpose.PUBLISH;
      case READING -> purpose == Purpose.READ;
    };
  }
}
