package id.gaung;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Sends a file as the browser's side does: in parts of 8 MB, going on where the server says. */
final class BenchTus {

  private static final int PART = 8 * 1024 * 1024;
  private static final int MOST_TRIES = 200;

  private final URI server;
  private final String token;
  private final AtomicLong sent = new AtomicLong();
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  BenchTus(URI server, String token) {
    this.server = server;
    this.token = token;
  }

  /** Bytes of files that were given to the line, those that were lost included. */
  long sent() {
    return sent.get();
  }

  void upload(Path file) throws IOException, InterruptedException {
    long size = Files.size(file);
    HttpResponse<String> made =
        client.send(
            request("/api/v1/uploads")
                .header("Upload-Length", Long.toString(size))
                .header(
                    "Upload-Metadata",
                    "filename " + Base64.getEncoder().encodeToString("video.mp4".getBytes()))
                .POST(BodyPublishers.noBody())
                .build(),
            BodyHandlers.ofString());
    if (made.statusCode() != 201) {
      throw new IOException("beginning answered " + made.statusCode() + " " + made.body());
    }
    String address = made.headers().firstValue("Location").orElseThrow();
    long offset = 0;
    boolean known = true;
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      try {
        HttpResponse<String> answer =
            known
                ? part(address, file, offset, size)
                : send(request(address).method("HEAD", BodyPublishers.noBody()).build());
        if (answer.statusCode() == 422) {
          throw new IllegalStateException(answer.body());
        }
        if (answer.statusCode() == 204) {
          if (answer.headers().firstValue("Gaung-Item").isPresent()) {
            return;
          }
          offset = Long.parseLong(answer.headers().firstValue("Upload-Offset").orElseThrow());
          known = true;
        } else {
          known = false;
          TimeUnit.MILLISECONDS.sleep(200);
        }
      } catch (IOException cut) {
        known = false;
        TimeUnit.MILLISECONDS.sleep(200);
      }
    }
    throw new IOException("the upload does not come to its end");
  }

  private HttpResponse<String> part(String address, Path file, long offset, long size)
      throws IOException, InterruptedException {
    long length = Math.min(PART, size - offset);
    return send(
        request(address)
            .header("Upload-Offset", Long.toString(offset))
            .header("Content-Type", "application/offset+octet-stream")
            .method(
                "PATCH",
                length == 0
                    ? BodyPublishers.noBody()
                    : BodyPublishers.fromPublisher(
                        BodyPublishers.ofInputStream(() -> counted(file, offset, length)), length))
            .build());
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(server.resolve(path))
        .timeout(Duration.ofMinutes(5))
        .header("Tus-Resumable", "1.0.0")
        .header("Authorization", "Bearer " + token);
  }

  private InputStream counted(Path file, long offset, long length) {
    try {
      InputStream in = Files.newInputStream(file);
      in.skipNBytes(offset);
      return new Counted(in, length);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private final class Counted extends FilterInputStream {
    private long left;

    Counted(InputStream in, long length) {
      super(in);
      this.left = length;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      if (left == 0) {
        return -1;
      }
      int count = super.read(buffer, from, (int) Math.min(length, left));
      left -= Math.max(0, count);
      sent.addAndGet(Math.max(0, count));
      return count;
    }
  }
}
