package id.gaung.platform;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What came of sending one request, told apart by what the caller may conclude from it. */
public sealed interface HttpOutcome {

  /**
   * The server answered, with whatever status.
   *
   * @param headers by lower-case name; the last one where a name came several times
   * @param body as text, complete
   */
  record Answered(int status, Map<String, String> headers, String body) implements HttpOutcome {
    public Answered {
      headers = Map.copyOf(headers);
    }

    public boolean ok() {
      return status >= 200 && status < 300;
    }

    /** The value of a header, its name in any case. */
    public Optional<String> header(String name) {
      return Optional.ofNullable(headers.get(name.toLowerCase(java.util.Locale.ROOT)));
    }

    /** The body as JSON; empty if it is none, such as a gateway's HTML page. */
    public Optional<JsonNode> json() {
      return AnswerJson.parse(body);
    }

    /** Never the body: it may hold tokens. */
    @Override
    public String toString() {
      return "Answered[" + status + ", " + body.length() + " characters]";
    }
  }

  /**
   * Certainly nothing reached the server's application.
   *
   * @param detail in English, without secrets
   */
  record NotSent(Reason reason, String detail) implements HttpOutcome {
    public enum Reason {
      /** The host policy forbids this server, or the request could not be formed. */
      REFUSED,
      /** The name is not known. */
      NAME_UNKNOWN,
      /** Nobody listens there, or no connection within the time limit. */
      NO_CONNECTION,
      /** The server's certificate or TLS version is not acceptable. */
      TLS,
      /** Our own content could not be read, so the request was broken off. */
      CONTENT_UNREADABLE,
      /** So much of a limit is used that this kind of work has to wait: {@link CallWatch}. */
      WAITS
    }

    /** Whether trying later may help: a name or a certificate may also be a passing trouble. */
    public boolean passes() {
      return reason != Reason.REFUSED && reason != Reason.CONTENT_UNREADABLE;
    }
  }

  /**
   * The request may have left, and no whole answer came: a time limit, a broken connection, an
   * answer that is not HTTP or too large.
   *
   * @param detail in English, without secrets
   */
  record Unknown(String detail) implements HttpOutcome {}

  default <T> T match(
      Function<Answered, T> answered, Function<NotSent, T> notSent, Function<Unknown, T> unknown) {
    if (this instanceof Answered a) {
      return answered.apply(a);
    }
    if (this instanceof NotSent n) {
      return notSent.apply(n);
    }
    return unknown.apply((Unknown) this);
  }
}
