package id.gaung.platform.linkedin;

import id.gaung.platform.Access;
import id.gaung.platform.Account;
import id.gaung.platform.Failure;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.NetworkQuota.Of;
import id.gaung.platform.NoAnswer;
import id.gaung.platform.PlatformHttp;
import id.gaung.platform.PlatformRequest;
import id.gaung.platform.WebAddress;
import java.time.Clock;

/** Calls in the name of a page's keeper, and the failure an answer means. */
final class LinkedInApi {

  /** The secret that holds the access token. */
  static final String ACCESS_TOKEN = "access_token";

  static final String POSTS = "/rest/posts";

  private final PlatformHttp http;
  private final LinkedInApp app;
  private final Clock clock;

  LinkedInApi(PlatformHttp http, LinkedInApp app, Clock clock) {
    this.http = http;
    this.app = app;
    this.clock = clock;
  }

  LinkedInApp app() {
    return app;
  }

  Clock clock() {
    return clock;
  }

  HttpOutcome send(PlatformRequest request) {
    return http.send(request);
  }

  /** What every versioned call says: whose it is, and which version and protocol is meant. */
  PlatformRequest asked(PlatformRequest request, String token) {
    return request
        .bearer(token)
        .header("LinkedIn-Version", app.version())
        .header("X-Restli-Protocol-Version", "2.0.0");
  }

  /**
   * @param path with its query: LinkedIn's lists have encoded parts between brackets that are not
   */
  HttpOutcome get(Access access, String path) {
    return send(asked(PlatformRequest.get(access.account().server(), path), token(access)));
  }

  PlatformRequest post(Access access, String path) {
    return asked(PlatformRequest.post(access.account().server(), path), token(access));
  }

  static String token(Access access) {
    return access.credentials().secrets().getOrDefault(ACCESS_TOKEN, "");
  }

  /** A page that a person entered by hand has none: LinkedIn shows nothing to strangers. */
  static boolean hasLogin(Access access) {
    return !token(access).isEmpty();
  }

  static String page(Account account) {
    return "urn:li:organization:" + account.remoteId();
  }

  static String encodedPage(Account account) {
    return WebAddress.encoded(page(account));
  }

  Failure failure(HttpOutcome outcome) {
    return failure(outcome, Of.READS);
  }

  /**
   * Why an outcome is not the one hoped for; a good status here means an unreadable body.
   *
   * @param of what is used up if LinkedIn says that this is enough for today
   */
  Failure failure(HttpOutcome outcome, Of of) {
    return outcome.match(
        answer ->
            answer.ok()
                ? Failure.of(Failure.Kind.TRANSIENT, "UNREADABLE", "HTTP " + answer.status())
                : LinkedInErrors.of(answer, of, clock.instant()),
        notSent -> NoAnswer.of(notSent, false),
        NoAnswer::of);
  }
}
