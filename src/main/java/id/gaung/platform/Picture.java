package id.gaung.platform;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;

/**
 * A picture ready for its network: right format, size and ratio.
 *
 * @param publicUrl where a network that fetches by itself finds it, signed and reachable until the
 *     post is out
 * @param bytes length of the content
 * @param altText for readers who cannot see it; may be empty
 */
public record Picture(
    Content content,
    URI publicUrl,
    String mimeType,
    long bytes,
    int width,
    int height,
    String altText) {

  /** Opens the picture's bytes; may be called several times, the caller closes. */
  @FunctionalInterface
  public interface Content {
    InputStream open() throws IOException;
  }
}
