package id.gaung.platform;

import id.gaung.platform.Failure.Kind;

/** The failure of a request that got no answer. */
public final class NoAnswer {

  private NoAnswer() {}

  /**
   * @param connecting whether a person has just typed the server's name, so that a name nobody
   *     knows is a mistake and not a passing trouble
   */
  public static Failure of(HttpOutcome.NotSent notSent, boolean connecting) {
    return Failure.of(
        kind(notSent.reason(), connecting), notSent.reason().name(), notSent.detail());
  }

  public static Failure of(HttpOutcome.Unknown unknown) {
    return Failure.of(Kind.TRANSIENT, "NO_ANSWER", unknown.detail());
  }

  private static Kind kind(HttpOutcome.NotSent.Reason reason, boolean connecting) {
    return switch (reason) {
      case REFUSED -> Kind.SERVER_NOT_FOUND;
      // The folder may be back in a minute; what is wrong with a picture was found out before.
      case CONTENT_UNREADABLE -> Kind.TRANSIENT;
      case WAITS -> Kind.RATE_LIMITED;
      case NAME_UNKNOWN, NO_CONNECTION, TLS -> connecting ? Kind.SERVER_NOT_FOUND : Kind.TRANSIENT;
    };
  }
}
