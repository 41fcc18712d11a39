package id.gaung.platform;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Why a network did not do what was asked, classed by what helps.
 *
 * @param code the network's own code or error name, such as {@code 190/463} or {@code InvalidSwap};
 *     for the log and the evidence; one of our own making is the name of an {@link Evidence.Kind}
 *     or a key of the bundles, {@code content.*} or, of why an account was not connected, {@code
 *     platform.connecting.*}
 * @param detail the network's own words, at most {@link #DETAIL_MAX} characters, without secrets
 * @param retryAfter how long the network asks to wait, at most {@link #LONGEST_WAIT}; only with
 *     {@link Kind#RATE_LIMITED}, {@link Kind#QUOTA} and {@link Kind#TRANSIENT}
 * @param quota of what a {@link Kind#QUOTA} is used up; everything else goes on
 */
public record Failure(
    Kind kind, String code, String detail, Optional<Duration> retryAfter, NetworkQuota.Of quota) {

  public static final int DETAIL_MAX = 500;

  private static final String NOT_GRANTED = "NOT_GRANTED";

  /** Nothing is waited for longer than that, whatever a network says; then it is asked again. */
  public static final Duration LONGEST_WAIT = Duration.ofDays(1);

  /** What helps. Each has a sentence in the bundles, {@code platform.failure.KIND}. */
  public enum Kind {
    /** Wait as told, then the same again. */
    RATE_LIMITED,
    /** A hiccup: the same again, later. */
    TRANSIENT,
    /** The access token ran out: refresh once, then the same again. */
    TOKEN_EXPIRED,
    /** The authorisation is gone: a person must connect the account again. */
    RECONNECT,
    /** The account may not do this: a permission is missing. */
    PERMISSION,
    /** The network suspended or restricted the account. */
    ACCOUNT_BLOCKED,
    /** The text is refused. */
    TEXT_REJECTED,
    /** The picture is refused, or the network could not fetch it. */
    MEDIA_REJECTED,
    /** A daily quota of the network is used up. */
    QUOTA,
    /** What was given when connecting is wrong (password, code, server). */
    CREDENTIALS_WRONG,
    /** No server answers there, or it speaks another protocol. */
    SERVER_NOT_FOUND,
    /** Refused for good, for another reason. */
    REJECTED;

    /** Whether the same may succeed later without anybody doing anything. */
    public boolean passes() {
      return this == RATE_LIMITED || this == TRANSIENT || this == QUOTA;
    }
  }

  public Failure {
    detail = detail.length() > DETAIL_MAX ? detail.substring(0, DETAIL_MAX) : detail;
    retryAfter = retryAfter.map(Failure::sensible);
  }

  /** Of a daily quota it is posts that are used up. */
  public Failure(Kind kind, String code, String detail, Optional<Duration> retryAfter) {
    this(kind, code, detail, retryAfter, NetworkQuota.Of.POSTS);
  }

  private static Duration sensible(Duration wait) {
    if (wait.isNegative()) {
      return Duration.ZERO;
    }
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }

  /**
   * Whether nothing was asked, since enough of a limit is used: the network itself said nothing.
   */
  public boolean isOwnRestraint() {
    return code.equals(HttpOutcome.NotSent.Reason.WAITS.name());
  }

  public static Failure of(Kind kind, String code, String detail) {
    return new Failure(kind, code, detail, Optional.empty());
  }

  /** Of something that a post may do without. */
  public static Failure quota(NetworkQuota.Of of, String code, String detail) {
    return new Failure(Kind.QUOTA, code, detail, Optional.empty(), of);
  }

  /** A person did not grant what is needed, by the network's names of it. */
  public static Failure notGranted(List<String> permissions) {
    return of(Kind.PERMISSION, NOT_GRANTED, String.join(", ", permissions));
  }

  /** What was not granted, with commas; empty where that is not the failure. */
  public Optional<String> notGranted() {
    return code.equals(NOT_GRANTED) ? Optional.of(detail) : Optional.empty();
  }

  public static Failure rateLimited(String code, String detail, Duration wait) {
    return new Failure(Kind.RATE_LIMITED, code, detail, Optional.of(wait));
  }

  /** Whether the same call may succeed later without anybody doing anything. */
  public boolean passes() {
    return kind.passes();
  }
}
