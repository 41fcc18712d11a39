package id.gaung.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** An HTTP response. */
final class Answer {

  /** Marks an answer; never sent. */
  static final String NO_DATE = "Date";

  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;

  private Answer(int status, Map<String, String> headers, byte[] body) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  static Answer json(int status, JsonNode body) {
    return text(status, "application/json; charset=utf-8", PracticeJson.write(body));
  }

  static Answer json(JsonNode body) {
    return json(200, body);
  }

  static Answer html(int status, String page) {
    return text(status, "text/html; charset=utf-8", page);
  }

  static Answer text(int status, String type, String body) {
    return bytes(status, type, body.getBytes(StandardCharsets.UTF_8));
  }

  static Answer bytes(int status, String type, byte[] body) {
    return new Answer(status, Map.of("Content-Type", type), body);
  }

  static Answer redirect(String location) {
    return new Answer(302, Map.of("Location", location), new byte[0]);
  }

  Answer with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Answer(status, more, body);
  }

  Answer withBody(String text) {
    return new Answer(status, headers, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Sent without the {@code Date} header that the server adds. */
  Answer withoutDate() {
    return with(NO_DATE, "");
  }

  int status() {
    return status;
  }

  boolean ok() {
    return status < 300;
  }

  Map<String, String> headers() {
    return headers;
  }

  byte[] body() {
    return body;
  }
}
