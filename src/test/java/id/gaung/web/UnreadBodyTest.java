package id.gaung.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A connection outlives the refusal of a body that came a moment after its headers. */
class UnreadBodyTest extends WebFixture {

  @Test
  void a_form_may_follow_a_refused_one_on_the_same_connection() throws Exception {
    URI address = SERVER.uri("/stalls");
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.setSoTimeout(10_000);
      BufferedReader answers =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      for (int turn = 1; turn <= 3; turn++) {
        send(socket, headers());
        Future<?> sent = later(() -> send(socket, "{}"));
        assertThat(status(answers)).as("turn " + turn).isEqualTo("HTTP/1.1 403 Forbidden");
        sent.get(10, TimeUnit.SECONDS);
      }
    }
  }

  private static String headers() {
    return """
    POST /stalls HTTP/1.1
    Host: localhost
    Content-Type: application/json
    Content-Length: 2

    """
        .replace("\n", "\r\n");
  }

  private static Future<?> later(Runnable send) {
    return CompletableFuture.runAsync(
        send, CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS));
  }

  private static void send(Socket socket, String text) {
    try {
      OutputStream out = socket.getOutputStream();
      out.write(text.getBytes(StandardCharsets.US_ASCII));
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads one whole answer and gives its first line; null when the server hung up. */
  private static String status(BufferedReader answers) throws IOException {
    String status = answers.readLine();
    int length = 0;
    for (String line = answers.readLine();
        line != null && !line.isEmpty();
        line = answers.readLine()) {
      if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(line.substring("content-length:".length()).strip());
      }
    }
    assertThat(answers.skip(length)).isEqualTo(length);
    return status;
  }
}
