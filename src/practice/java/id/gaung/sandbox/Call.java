package id.gaung.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * An HTTP request, read whole. Used by the one thread that serves it.
 *
 * @see CallReader
 */
final class Call {

  private final String method;
  private final String path;
  private final String remote;
  private final Map<String, String> headers;
  private final Map<String, List<String>> params;
  private final Map<String, PracticeFile> uploads;
  private final PracticeFile body;
  private final JsonNode json;
  private final Map<String, String> answerHeaders = new LinkedHashMap<>();
  private Map<String, String> captured = Map.of();
  private final Map<String, Optional<?>> known;

  /**
   * @param headers by names in lower case
   * @param params of the query and of a form
   */
  Call(
      String method,
      String path,
      String remote,
      Map<String, String> headers,
      Map<String, List<String>> params,
      Map<String, PracticeFile> uploads,
      PracticeFile body) {
    this(method, path, remote, headers, params, uploads, body, new HashMap<>());
  }

  private Call(
      String method,
      String path,
      String remote,
      Map<String, String> headers,
      Map<String, List<String>> params,
      Map<String, PracticeFile> uploads,
      PracticeFile body,
      Map<String, Optional<?>> known) {
    this.known = known;
    this.method = method;
    this.path = path;
    this.remote = remote;
    this.headers = headers;
    this.params = params;
    this.uploads = uploads;
    this.body = body;
    this.json =
        contentType().startsWith("application/json")
            ? PracticeJson.read(body.content())
            : missing();
  }

  private static JsonNode missing() {
    return MissingNode.getInstance();
  }

  String method() {
    return method;
  }

  String path() {
    return path;
  }

  /** The caller's address. */
  String remote() {
    return remote;
  }

  PracticeFile body() {
    return body;
  }

  /** The missing node unless the body is JSON. */
  JsonNode json() {
    return json;
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  String contentType() {
    return header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
  }

  Optional<String> bearer() {
    return header("Authorization")
        .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
        .map(value -> value.substring(7).trim());
  }

  /** A parameter of the query, the form or the JSON body's top level. */
  Optional<String> param(String name) {
    return params(name).stream().findFirst();
  }

  /** All values of a parameter, written {@code name}, {@code name[]} or as a JSON array. */
  List<String> params(String name) {
    for (String spelling : List.of(name, name + "[]")) {
      List<String> values = params.get(spelling);
      if (values != null) {
        return values;
      }
    }
    JsonNode node = json.path(name);
    if (node.isArray()) {
      return java.util.stream.StreamSupport.stream(node.spliterator(), false)
          .map(JsonNode::asText)
          .toList();
    }
    return node.isValueNode() && !node.isNull() ? List.of(node.asText()) : List.of();
  }

  /** A file of a multipart form. */
  Optional<PracticeFile> upload(String name) {
    return Optional.ofNullable(uploads.get(name));
  }

  /** What stands in the path where the route has a name in braces. */
  String in(String name) {
    return Optional.ofNullable(captured.get(name)).orElse("");
  }

  void matched(Map<String, String> values) {
    captured = values;
  }

  /**
   * One of several reads that came in this call, by the same caller.
   *
   * @param inner its parameters
   */
  Call part(String verb, String where, Map<String, List<String>> inner) {
    Map<String, String> caller = Map.of("authorization", header("Authorization").orElse(""));
    return new Call(verb, where, remote, caller, inner, Map.of(), PracticeFile.NOTHING, known);
  }

  /**
   * What is asked of the database once in a call, with all its parts: who calls, and the posts they
   * name.
   */
  @SuppressWarnings("unchecked")
  <T> Optional<T> once(String what, Function<String, Optional<T>> find) {
    return (Optional<T>) known.computeIfAbsent(what, find);
  }

  /** What was found for several parts together. */
  void know(String what, Optional<?> found) {
    known.put(what, found);
  }

  /** A header for the answer, whatever it will be. */
  void answerHeader(String name, String value) {
    answerHeaders.put(name, value);
  }

  Map<String, String> answerHeaders() {
    return answerHeaders;
  }
}
