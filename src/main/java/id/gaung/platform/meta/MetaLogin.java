package id.gaung.platform.meta;

import id.gaung.kernel.Network;
import id.gaung.platform.Access;
import id.gaung.platform.Connecting;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.Refreshing;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** How accounts of one of Meta's networks are opened. */
public interface MetaLogin {

  Network network();

  /** As {@link id.gaung.platform.SocialPlatform#lacking}. */
  List<String> lacking();

  /** Sends the person to agree. */
  Connecting begin(URI callback, String state);

  /** What became of it. */
  Connecting end(String code, URI callback);

  /** As {@link id.gaung.platform.SocialPlatform#choose}. */
  default Connecting choose(Map<String, String> pending, String id) {
    return new Connecting.Refused(Failure.of(Kind.REJECTED, "NO_CHOICE", id));
  }

  /** As {@link id.gaung.platform.SocialPlatform#refresh}. */
  Refreshing refresh(Access access);

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
          answer instanceof Answered a
              && a.status() >= 400
              && a.status() < 500
              && !failure.passes();
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
}
