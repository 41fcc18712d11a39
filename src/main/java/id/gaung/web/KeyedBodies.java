package id.gaung.web;

import id.gaung.kernel.Problem;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;

/**
 * Begins the work of requests with an {@code Idempotency-Key}; their bodies are read whole first,
 * onto the disk, since the same key with another body is another request. Forms are compared by
 * their fields instead, by {@link FormReader}.
 */
@Priority(Priorities.USER)
final class KeyedBodies implements ContainerRequestFilter {

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  private final Repeats repeats;

  KeyedBodies(Repeats repeats) {
    this.repeats = repeats;
  }

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    String key = request.getHeaderString(Repeats.HEADER);
    if (key == null || key.isBlank() || SAFE.contains(request.getMethod()) || isForm(request)) {
      return;
    }
    Path body = Files.createTempFile("gaung-body-", ".part");
    Closeable deleting = () -> Files.deleteIfExists(body);
    request.setProperty(TraceEnd.CLOSING, deleting);
    byte[] content = copy(request.getEntityStream(), body);
    request.setEntityStream(new BufferedInputStream(Files.newInputStream(body)));
    if (!repeats.begin(request, key.strip(), content)) {
      throw Problem.of(Problem.Kind.INVALID, "problem.key-used");
    }
  }

  private static boolean isForm(ContainerRequestContext request) {
    MediaType type = request.getMediaType();
    return type != null
        && (type.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE)
            || type.isCompatible(MediaType.MULTIPART_FORM_DATA_TYPE));
  }

  private static byte[] copy(InputStream from, Path to) throws IOException {
    try (OutputStream out = Files.newOutputStream(to)) {
      DigestInputStream in = new DigestInputStream(from, MessageDigest.getInstance("SHA-256"));
      in.transferTo(out);
      return in.getMessageDigest().digest();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
