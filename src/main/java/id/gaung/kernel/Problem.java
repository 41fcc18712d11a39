package id.gaung.kernel;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A command or a question refused, with a sentence for the person who asked (a key of the message
 * bundles). Rolls the transaction back. Answered by one mapper: as a page, or as RFC 9457 problem
 * details under {@code /api}. The cause, if any, is for the log alone.
 */
public final class Problem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why, in terms of HTTP. */
  public enum Kind {
    /** 400: the request cannot be read at all. */
    MALFORMED(400),
    /** 401: not signed in. */
    UNAUTHENTICATED(401),
    /** 403: this person may not. */
    FORBIDDEN(403),
    /** 404: no such thing, or not for this person to know of. */
    NOT_FOUND(404),
    /** 408: what was sent came too slowly to wait for. */
    TOO_SLOW(408),
    /** 409: not in this state, or somebody was faster. */
    CONFLICT(409),
    /** 410: it was there and is over, such as an expired link. */
    GONE(410),
    /** 413: too large. */
    TOO_LARGE(413),
    /** 415: a body of a kind that is not read. */
    UNSUPPORTED(415),
    /** 422: fields are wrong. */
    INVALID(422),
    /** 429: too often. */
    TOO_MANY(429),
    /** 503: something outside does not answer. */
    UNAVAILABLE(503);

    private final int status;

    Kind(int status) {
      this.status = status;
    }

    public int status() {
      return status;
    }
  }

  /** How many wrong fields one answer names at most. */
  public static final int MOST_ERRORS = 48;

  private final Kind kind;
  private final String key;
  private final transient List<String> args;
  private final transient List<FieldError> errors;
  private final transient Optional<Duration> retryAfter;

  private Problem(Kind kind, String key, List<String> args, List<FieldError> errors) {
    this(kind, key, args, errors, Optional.empty());
  }

  private Problem(
      Kind kind,
      String key,
      List<String> args,
      List<FieldError> errors,
      Optional<Duration> retryAfter) {
    super(kind + " " + key + " " + args + (errors.isEmpty() ? "" : " " + few(errors)));
    this.kind = kind;
    this.key = key;
    this.args = List.copyOf(args);
    this.errors = few(errors);
    this.retryAfter = retryAfter;
  }

  /** Nobody reads more, and an answer must not grow with what was sent. */
  private static List<FieldError> few(List<FieldError> errors) {
    return List.copyOf(errors.subList(0, Math.min(errors.size(), MOST_ERRORS)));
  }

  public static Problem of(Kind kind, String key, String... args) {
    return new Problem(kind, key, List.of(args), List.of());
  }

  public static Problem notFound() {
    return of(Kind.NOT_FOUND, "problem.not-found");
  }

  public static Problem forbidden(String key, String... args) {
    return of(Kind.FORBIDDEN, key, args);
  }

  public static Problem conflict(String key, String... args) {
    return of(Kind.CONFLICT, key, args);
  }

  /** Of several things alike some are not in a state for it; each of them is named. */
  public static Problem conflict(String key, List<FieldError> errors) {
    return new Problem(Kind.CONFLICT, key, List.of(), errors);
  }

  /** Somebody else changed the thing since this person opened it. */
  public static Problem stale() {
    return of(Kind.CONFLICT, "problem.stale");
  }

  /** A parameter of the address cannot be read. */
  public static Problem parameter(String name, String key) {
    return new Problem(
        Kind.MALFORMED, "problem.parameter", List.of(name), List.of(FieldError.of(name, key)));
  }

  /**
   * @param wait until it may be tried again
   */
  public static Problem tooMany(Duration wait, String key, String... args) {
    return new Problem(Kind.TOO_MANY, key, List.of(args), List.of(), Optional.of(wait));
  }

  /**
   * @param wait until it may be tried again
   */
  public static Problem unavailable(Duration wait, String key, String... args) {
    return new Problem(Kind.UNAVAILABLE, key, List.of(args), List.of(), Optional.of(wait));
  }

  public static Problem invalid(List<FieldError> errors) {
    return new Problem(Kind.INVALID, "problem.invalid", List.of(), errors);
  }

  public static Problem invalid(String field, String key, String... args) {
    return invalid(List.of(FieldError.of(field, key, args)));
  }

  public Kind kind() {
    return kind;
  }

  public String key() {
    return key;
  }

  public List<String> args() {
    return args;
  }

  /** The fields that are wrong, or the parameter of the address; else empty. */
  public List<FieldError> errors() {
    return errors;
  }

  /** How long to wait before trying again, if that is known. */
  public Optional<Duration> retryAfter() {
    return retryAfter;
  }

  public boolean isStale() {
    return key.equals("problem.stale");
  }
}
