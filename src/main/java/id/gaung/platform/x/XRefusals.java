package id.gaung.platform.x;

import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.HttpOutcome.Answered;
import java.util.Optional;

/** Why an account of X is not connected, each with a sentence of its own that says what to do. */
final class XRefusals {

  private XRefusals() {}

  static Failure notSetUp() {
    return Failure.of(
        Kind.PERMISSION, "platform.connecting.x-settings", "the client id is missing");
  }

  /** What stands in the way at the app and not at the account; empty if nothing does. */
  static Optional<String> ofApp(HttpOutcome outcome) {
    if (!(outcome instanceof Answered answer)) {
      return Optional.empty();
    }
    XProblem problem = XProblem.of(answer);
    if (problem.text("error").matches("invalid_client|unauthorized_client")) {
      return Optional.of("platform.connecting.x-app");
    }
    return problem.type().equals("client-forbidden")
        ? Optional.of("platform.connecting.x-project")
        : Optional.empty();
  }

  /** Whether X itself says that a code or a token is none, and not a gateway before it. */
  static boolean isOfToken(HttpOutcome outcome) {
    return outcome instanceof Answered answer
        && (answer.status() == 400 || answer.status() == 401)
        && answer.json().isPresent();
  }

  /** Of the code, the app or the account, whatever X refused while connecting. */
  static Failure of(HttpOutcome outcome, Failure failure) {
    if (failure.code().equals(XErrors.CREDITS)) {
      return Failure.of(Kind.QUOTA, "platform.connecting.x-credits", failure.detail());
    }
    Optional<String> app = ofApp(outcome);
    if (app.isPresent()) {
      return Failure.of(Kind.PERMISSION, app.get(), failure.detail());
    }
    return isOfToken(outcome) && !failure.passes()
        ? Failure.of(Kind.CREDENTIALS_WRONG, "platform.connecting.x-code", failure.detail())
        : failure;
  }
}
