package id.gaung.platform.meta;

import id.gaung.platform.Connecting;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.HttpOutcome.Answered;

/**
 * Why an account was not connected.
 *
 * @param label of the network
 */
record LoginRefusals(GraphApi api, String label) {

  static Connecting refused(Failure failure) {
    return new Connecting.Refused(failure);
  }

  /** Whatever the host refuses while connecting is about the code, the app or its secret. */
  Connecting wrongIfRefused(HttpOutcome answer) {
    Failure failure = api.failure(answer);
    boolean refusal =
        answer instanceof Answered a && a.status() >= 400 && a.status() < 500 && !failure.passes();
    return refused(
        refusal && failure.kind() != Kind.PERMISSION
            ? Failure.of(Kind.CREDENTIALS_WRONG, failure.code(), failure.detail())
            : failure);
  }

  Connecting notConfigured() {
    return refused(
        Failure.of(
            Kind.CREDENTIALS_WRONG,
            "NOT_CONFIGURED",
            label + " is not set up here: the app id or the app secret is missing"));
  }
}
