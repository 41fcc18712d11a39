package id.gaung.platform.x;

import id.gaung.platform.Access;
import id.gaung.platform.Failure;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.NoAnswer;
import id.gaung.platform.PlatformHttp;
import id.gaung.platform.PlatformRequest;
import java.time.Clock;

/** Calls in the name of an account, and the failure an answer means. */
final class XApi {

  /** The secret that holds the access token. */
  static final String ACCESS_TOKEN = "access_token";

  static final String POSTS = "/2/tweets";
  static final String ME = "/2/users/me";

  private final PlatformHttp http;
  private final Clock clock;

  XApi(PlatformHttp http, Clock clock) {
    this.http = http;
    this.clock = clock;
  }

  HttpOutcome send(PlatformRequest request) {
    return http.send(request);
  }

  static PlatformRequest get(Access access, String path) {
    return PlatformRequest.get(access.account().server(), path).bearer(token(access));
  }

  static PlatformRequest post(Access access, String path) {
    return PlatformRequest.post(access.account().server(), path).bearer(token(access));
  }

  static PlatformRequest delete(Access access, String path) {
    return PlatformRequest.delete(access.account().server(), path).bearer(token(access));
  }

  static String token(Access access) {
    return access.credentials().secrets().getOrDefault(ACCESS_TOKEN, "");
  }

  /** An account that a person entered by hand has none: X shows nothing to strangers. */
  static boolean hasLogin(Access access) {
    return !token(access).isEmpty();
  }

  /** Why an outcome is not the one hoped for; a good status here means an unreadable body. */
  Failure failure(HttpOutcome outcome) {
    return outcome.match(
        answer ->
            answer.ok()
                ? Failure.of(Failure.Kind.TRANSIENT, "UNREADABLE", "HTTP " + answer.status())
                : XErrors.of(answer, clock.instant()),
        notSent -> NoAnswer.of(notSent, false),
        NoAnswer::of);
  }
}
