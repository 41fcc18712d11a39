package id.gaung.platform.linkedin;

import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.HttpOutcome.Answered;
import java.util.Optional;

/** Why a page of LinkedIn is not connected, each with a sentence that says what to do. */
final class LinkedInRefusals {

  private LinkedInRefusals() {}

  static Failure notSetUp() {
    return Failure.of(
        Kind.PERMISSION,
        "platform.connecting.linkedin-settings",
        "the client id or the client secret is missing");
  }

  /** What stands in the way at the app and not at the page; empty if nothing does. */
  static Optional<String> ofApp(HttpOutcome outcome) {
    if (!(outcome instanceof Answered answer)) {
      return Optional.empty();
    }
    String error = LinkedInProblem.of(answer).text("error");
    if (error.matches("invalid_client(?:_id|_secret)?|unauthorized_client")) {
      return Optional.of("platform.connecting.linkedin-app");
    }
    return error.matches("unauthorized_scope_error|invalid_scope")
        ? Optional.of("platform.connecting.linkedin-product")
        : Optional.empty();
  }

  /** Whether LinkedIn itself says that a code or a token is none, and not a gateway before it. */
  static boolean isOfToken(HttpOutcome outcome) {
    return outcome instanceof Answered answer
        && (answer.status() == 400 || answer.status() == 401)
        && answer.json().isPresent();
  }

  /** Of the code or the app, whatever was refused when the code was given back. */
  static Failure ofCode(HttpOutcome outcome, Failure failure) {
    Optional<String> app = ofApp(outcome);
    if (app.isPresent()) {
      return Failure.of(Kind.PERMISSION, app.get(), failure.detail());
    }
    return isOfToken(outcome) && !failure.passes()
        ? Failure.of(Kind.CREDENTIALS_WRONG, "platform.connecting.linkedin-code", failure.detail())
        : failure;
  }

  /** When the pages were asked for: the product is not granted, or the version is over. */
  static Failure ofPages(Failure failure) {
    if (failure.code().equals(LinkedInErrors.VERSION)) {
      return Failure.of(Kind.PERMISSION, "platform.connecting.linkedin-version", failure.detail());
    }
    return failure.kind() == Kind.PERMISSION
        ? Failure.of(Kind.PERMISSION, "platform.connecting.linkedin-product", failure.detail())
        : failure;
  }
}
