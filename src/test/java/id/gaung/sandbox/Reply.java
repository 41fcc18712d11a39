package id.gaung.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** What a practice network answered. */
record Reply(HttpResponse<byte[]> response) {

  int status() {
    return response.statusCode();
  }

  String text() {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  JsonNode json() {
    return PracticeJson.read(response.body());
  }

  String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }
}
