package id.gaung.media;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** Sends files in parts as the browser's side does. */
final class TusClient {

  private final URI door;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  TusClient(URI door) {
    this.door = door;
  }

  HttpResponse<String> create(long length, String name) {
    return createWith(length, "filename " + encoded(name));
  }

  HttpResponse<String> createWith(long length, String metadata) {
    return send(
        request(door)
            .POST(BodyPublishers.noBody())
            .header("Upload-Length", Long.toString(length))
            .header("Upload-Metadata", metadata));
  }

  static String encoded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  URI begin(byte[] file, String name) {
    HttpResponse<String> made = create(file.length, name);
    if (made.statusCode() != 201) {
      throw new AssertionError(made.statusCode() + " " + made.body());
    }
    return door.resolve(made.headers().firstValue("Location").orElseThrow());
  }

  HttpResponse<String> head(URI upload) {
    return send(request(upload).method("HEAD", BodyPublishers.noBody()));
  }

  HttpResponse<String> patch(URI upload, long offset, byte[] part) {
    return send(
        request(upload)
            .method("PATCH", BodyPublishers.ofByteArray(part))
            .header("Upload-Offset", Long.toString(offset))
            .header("Content-Type", "application/offset+octet-stream"));
  }

  HttpResponse<String> delete(URI upload) {
    return send(request(upload).DELETE());
  }

  /** The whole file at once. */
  HttpResponse<String> upload(byte[] file, String name) {
    return patch(begin(file, name), 0, file);
  }

  static byte[] part(byte[] file, int from, int to) {
    return Arrays.copyOfRange(file, from, to);
  }

  private static HttpRequest.Builder request(URI to) {
    return HttpRequest.newBuilder(to)
        .header("Tus-Resumable", "1.0.0")
        .header("Authorization", "Bearer x");
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
