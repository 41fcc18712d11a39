package id.gaung.platform.meta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import id.gaung.platform.Access;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.LimitHeaders;
import id.gaung.platform.NoAnswer;
import id.gaung.platform.PlatformHttp;
import id.gaung.platform.PlatformRequest;
import id.gaung.platform.WebAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Calls in the name of an account, and the failure an answer means. Tokens go in a header. */
public final class GraphApi {

  public static final String ACCESS_TOKEN = "access_token";

  private final PlatformHttp http;
  private final Graph graph;
  private final Clock clock;

  public GraphApi(PlatformHttp http, Graph graph, Clock clock) {
    this.http = http;
    this.graph = graph;
    this.clock = clock;
  }

  /**
   * A Graph host.
   *
   * @param version such as {@code v25.0}
   * @param codes what this network's own codes mean; they go before Meta's common ones
   */
  public record Graph(URI host, String version, Function<GraphError, Optional<Kind>> codes) {}

  public HttpOutcome send(PlatformRequest request) {
    return http.send(request);
  }

  /**
   * @param path such as {@code /me}
   * @param fields by commas
   */
  public HttpOutcome fields(String token, String path, String fields) {
    return send(get(token, path).query("fields", fields));
  }

  public PlatformRequest get(String token, String path) {
    return PlatformRequest.get(graph.host(), "/" + graph.version() + path).bearer(token);
  }

  public PlatformRequest delete(String token, String path) {
    return PlatformRequest.delete(graph.host(), "/" + graph.version() + path).bearer(token);
  }

  public HttpOutcome post(String token, String path, Map<String, String> form) {
    return send(post(token, path).form(form));
  }

  public PlatformRequest post(String token, String path) {
    return PlatformRequest.post(graph.host(), "/" + graph.version() + path).bearer(token);
  }

  /** A read as an entry of a batch: such addresses begin with the version. */
  String relative(String path) {
    return graph.version() + path;
  }

  public static String token(Access access) {
    return access.credentials().secrets().getOrDefault(ACCESS_TOKEN, "");
  }

  /** An id of the network as a path. */
  public static String node(String id) {
    return "/" + WebAddress.encoded(id);
  }

  /** The body of a good answer without an error inside; empty for everything else. */
  public static Optional<JsonNode> good(HttpOutcome outcome) {
    return outcome instanceof Answered a && a.ok()
        ? a.json().filter(body -> body.isObject() && !body.has("error"))
        : Optional.empty();
  }

  public static Optional<String> id(HttpOutcome outcome) {
    return good(outcome).map(body -> body.path("id").asText("")).filter(id -> !id.isEmpty());
  }

  /** The error of an answer; empty without an answer, and for a good one. */
  public static Optional<GraphError> error(HttpOutcome outcome) {
    if (!(outcome instanceof Answered answer) || good(outcome).isPresent()) {
      return Optional.empty();
    }
    JsonNode body = answer.json().orElse(MissingNode.getInstance());
    return Optional.of(GraphError.of(answer.status(), body));
  }

  /** Why an outcome is not the one hoped for. */
  public Failure failure(HttpOutcome outcome) {
    return outcome.match(this::answered, notSent -> NoAnswer.of(notSent, false), NoAnswer::of);
  }

  private Failure answered(Answered answer) {
    Optional<GraphError> error = error(answer);
    boolean unreadable = answer.ok() && error.filter(e -> e.code() != 0).isEmpty();
    if (error.isEmpty() || unreadable) {
      return Failure.of(Kind.TRANSIENT, "UNREADABLE", "HTTP " + answer.status());
    }
    return GraphFailures.of(
        error.get(),
        graph.codes().apply(error.get()),
        usage(answer).regain().or(() -> retryAfter(answer)));
  }

  /** What the usage headers of an answer say; nothing spent without an answer. */
  public static Usage usage(HttpOutcome outcome) {
    return outcome instanceof Answered answer
        ? Usage.of(answer.header(Usage.USE_CASE), answer.header(Usage.APP))
        : Usage.of(Optional.empty(), Optional.empty());
  }

  private Optional<Duration> retryAfter(Answered answer) {
    return answer
        .header("Retry-After")
        .flatMap(text -> LimitHeaders.wait(text, answer.header("Date"), clock.instant()));
  }
}
