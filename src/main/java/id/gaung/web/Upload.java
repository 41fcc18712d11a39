package id.gaung.web;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file that came with a form.
 *
 * @param name as the sender called it; for showing only
 * @param size in bytes
 * @param content opens the bytes; may be called several times during the request, the caller closes
 */
public record Upload(String name, long size, Content content) {

  /** Opens the bytes. */
  @FunctionalInterface
  public interface Content {
    InputStream open() throws IOException;
  }
}
