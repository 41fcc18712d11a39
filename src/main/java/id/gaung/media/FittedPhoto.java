package id.gaung.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A photo made fit for one set of rules.
 *
 * @param bytes length of the content
 * @param path the file; never changed once it is there
 */
public record FittedPhoto(
    String mimeType, long bytes, int width, int height, String sha256, Path path) {

  /** Opens the content; may be called several times, the caller closes. */
  public InputStream open() throws IOException {
    return Files.newInputStream(path);
  }
}
