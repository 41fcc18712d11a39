package id.gaung.platform.linkedin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.gaung.platform.Access;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.NetworkQuota.Of;
import id.gaung.platform.PlatformRequest;
import id.gaung.platform.PublishStep;
import id.gaung.platform.WebAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** What uploads of pictures and of videos have in common. */
final class LinkedInUpload {

  private final LinkedInApi api;

  LinkedInUpload(LinkedInApi api) {
    this.api = api;
  }

  /**
   * @param kind {@code images} or {@code videos}
   * @param action {@code initializeUpload} or {@code finalizeUpload}
   */
  HttpOutcome act(Access access, String kind, String action, ObjectNode asked) {
    ObjectNode body = AnswerJson.object();
    body.set(action + "Request", asked);
    return api.send(api.post(access, "/rest/" + kind + "?action=" + action).json(body));
  }

  /**
   * A request to an address that LinkedIn gave, which is a secret for as long as it lives; empty
   * where it is on a stranger's host, to which no content and no token may go.
   */
  Optional<PlatformRequest> to(String given) {
    return WebAddress.given(given.replaceFirst("#.*", ""))
        .filter(this::isLinkedIns)
        // The sign behind it is not sent; it keeps a slash at the end of what was given.
        .map(address -> PlatformRequest.put(URI.create(address + "#"), ""));
  }

  private boolean isLinkedIns(URI address) {
    String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
    return host.equals(api.app().web().getHost())
        || host.equals(api.app().api().getHost())
        || (host.matches(".*\\.(?:linkedin|licdn)\\.com") && "https".equals(address.getScheme()));
  }

  /** The name of what is uploaded, if it is one. */
  static Optional<String> urn(JsonNode value, String field) {
    return AnswerJson.text(value, field).filter(urn -> urn.matches("urn:li:\\w+:[\\w-]+"));
  }

  /** Whatever is refused for good while uploading is the file. */
  PublishStep refused(HttpOutcome outcome, LinkedInProgress keeps) {
    Failure failure = api.failure(outcome, Of.UPLOADS);
    boolean ofFile = failure.kind() == Kind.REJECTED || failure.kind() == Kind.TEXT_REJECTED;
    return new PublishStep.Failed(
        ofFile ? Failure.of(Kind.MEDIA_REJECTED, failure.code(), failure.detail()) : failure,
        keeps.checkpoint());
  }

  /** To be uploaded again. */
  static PublishStep lost(String code, LinkedInProgress progress) {
    return new PublishStep.Failed(
        Failure.of(Kind.TRANSIENT, code, ""), progress.anew().checkpoint());
  }
}
