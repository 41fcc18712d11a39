package id.gaung.platform;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;

/**
 * One request to a network, sent by {@link PlatformHttp}. Immutable; every method gives a new one.
 * Its text never shows query, headers, body or what the server's address has behind its host, where
 * tokens stand.
 */
public final class PlatformRequest {

  /** The least speed that an upload is waited for: half of what a poor line gives. */
  private static final long BYTES_A_SECOND = 500_000;

  private record Pair(String name, String value) {}

  private final String method;
  private final URI server;
  private final String path;
  private final List<Pair> query;
  private final List<Pair> headers;
  private final Optional<RequestBody> body;
  private final Optional<Duration> timeout;
  private final boolean patient;

  private PlatformRequest(
      String method,
      URI server,
      String path,
      List<Pair> query,
      List<Pair> headers,
      Optional<RequestBody> body,
      Optional<Duration> timeout,
      boolean patient) {
    this.method = method;
    this.server = server;
    this.path = path;
    this.query = query;
    this.headers = headers;
    this.body = body;
    this.timeout = timeout;
    this.patient = patient;
  }

  /**
   * @param server scheme, host and port; a path it may have comes before {@code path}, and may hold
   *     a token
   * @param path with a leading slash, percent-encoded where needed
   */
  public static PlatformRequest get(URI server, String path) {
    return of("GET", server, path, Optional.empty());
  }

  /** What a GET would answer, without its content. */
  public static PlatformRequest head(URI server, String path) {
    return of("HEAD", server, path, Optional.empty());
  }

  /** A POST without a body (Content-Length: 0) unless one is given. */
  public static PlatformRequest post(URI server, String path) {
    return of("POST", server, path, Optional.of(OneShotBody.empty()));
  }

  public static PlatformRequest put(URI server, String path) {
    return of("PUT", server, path, Optional.of(OneShotBody.empty()));
  }

  public static PlatformRequest delete(URI server, String path) {
    return of("DELETE", server, path, Optional.empty());
  }

  private static PlatformRequest of(
      String method, URI server, String path, Optional<RequestBody> body) {
    return new PlatformRequest(
        method, server, path, List.of(), List.of(), body, Optional.empty(), false);
  }

  /** Adds a query parameter, encoded here; the same name may be added again. */
  public PlatformRequest query(String name, String value) {
    return new PlatformRequest(
        method, server, path, plus(query, name, value), headers, body, timeout, patient);
  }

  public PlatformRequest header(String name, String value) {
    return new PlatformRequest(
        method, server, path, query, plus(headers, name, value), body, timeout, patient);
  }

  public PlatformRequest bearer(String token) {
    return header("Authorization", "Bearer " + token);
  }

  public PlatformRequest json(JsonNode node) {
    // Bytes and not a String: OkHttp would add "; charset=utf-8", which some servers compare badly.
    byte[] bytes = AnswerJson.write(node).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    return body(RequestBody.create(bytes, MediaType.get("application/json")));
  }

  /** A body of form fields, URL-encoded. */
  public PlatformRequest form(Map<String, String> fields) {
    FormBody.Builder form = new FormBody.Builder();
    fields.forEach(form::add);
    return body(form.build());
  }

  /** A file as the whole body, sent with its length. */
  public PlatformRequest file(String mimeType, long bytes, Picture.Content content) {
    return body(OneShotBody.file(mimeType, bytes, content));
  }

  /** A multipart form: the fields, then the files, sent with its length. */
  public PlatformRequest multipart(Map<String, String> fields, List<FilePart> files) {
    MultipartBody.Builder form = new MultipartBody.Builder().setType(MultipartBody.FORM);
    fields.forEach(form::addFormDataPart);
    files.forEach(
        file ->
            form.addFormDataPart(
                file.field(),
                file.name(),
                OneShotBody.file(file.mimeType(), file.bytes(), file.content())));
    return body(form.build());
  }

  /** A limit for the whole call that leaves a poor line the time for so many bytes. */
  public PlatformRequest uploading(long bytes) {
    return timeout(Duration.ofSeconds(120 + bytes / BYTES_A_SECOND));
  }

  /** Another limit for the whole call than {@link PlatformHttp.Timeouts#call()}. */
  public PlatformRequest timeout(Duration limit) {
    return new PlatformRequest(
        method, server, path, query, headers, body, Optional.of(limit), patient);
  }

  private PlatformRequest body(RequestBody content) {
    return new PlatformRequest(
        method,
        server,
        path,
        query,
        headers,
        Optional.of(OneShotBody.of(content)),
        timeout,
        patient);
  }

  /**
   * Waits for the first byte of the answer as long as the whole call may take, and not only as long
   * as between any two: where nobody can find out afterwards what became of it.
   */
  public PlatformRequest patient() {
    return new PlatformRequest(method, server, path, query, headers, body, timeout, true);
  }

  boolean isPatient() {
    return patient;
  }

  Optional<Duration> timeout() {
    return timeout;
  }

  /** Whether it is of that method, and its path ends so. */
  public boolean is(String ofMethod, String end) {
    return method.equals(ofMethod) && path.endsWith(end);
  }

  /** Whether it is of that method. */
  public boolean isA(String ofMethod) {
    return method.equals(ofMethod);
  }

  /** Whether its path begins so. */
  public boolean isUnder(String start) {
    return path.startsWith(start);
  }

  /**
   * @throws IllegalArgumentException if address or headers cannot be sent so
   */
  okhttp3.Request toOkHttp() {
    String base = server.toString();
    HttpUrl.Builder url =
        HttpUrl.get((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path)
            .newBuilder();
    query.forEach(q -> url.addQueryParameter(q.name(), q.value()));
    okhttp3.Request.Builder request = new okhttp3.Request.Builder().url(url.build());
    request.header("Accept", "application/json");
    request.header("User-Agent", "Gaung");
    headers.forEach(h -> request.header(h.name(), h.value()));
    return request.method(method, body.orElse(null)).build();
  }

  private static List<Pair> plus(List<Pair> pairs, String name, String value) {
    List<Pair> more = new ArrayList<>(pairs);
    more.add(new Pair(name, value));
    return List.copyOf(more);
  }

  @Override
  public String toString() {
    return method + " " + server.getHost() + path;
  }
}
