package id.gaung.web;

import id.gaung.kernel.Problem;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Refuses bodies over the limit of their door, whether or not they announce their length: what
 * anybody may send is small, what somebody signed in may send is larger, and only doors that say
 * {@link TakesFile} take a file.
 */
final class BodyLimits implements DynamicFeature {

  static final long PUBLIC_BYTES = 64 * 1024;
  static final long SIGNED_IN_BYTES = 1024 * 1024;

  /** Photos from phones fit; videos come later by another way. */
  static final long FILE_BYTES = 32L * 1024 * 1024;

  @Override
  public void configure(ResourceInfo info, FeatureContext context) {
    var method = info.getResourceMethod();
    if (!method.getDeclaringClass().getName().startsWith("id.gaung.")) {
      return;
    }
    if (method.isAnnotationPresent(TakesFile.class)) {
      context.register(new Limit(FILE_BYTES, "32 MB"));
    } else if (AccessRules.rule(method).isEmpty()) {
      context.register(new Limit(PUBLIC_BYTES, "64 KB"));
    } else {
      context.register(new Limit(SIGNED_IN_BYTES, "1 MB"));
    }
  }

  /** After the door has said who may enter. */
  @Priority(Priorities.AUTHORIZATION + 10)
  private record Limit(long bytes, String spoken) implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
      if (request.getLength() > bytes) {
        throw tooLarge(request.getEntityStream());
      }
      request.setEntityStream(new Counted(request.getEntityStream(), this));
    }

    /**
     * Reads on for a while, as far as three more such bodies: a browser that is still sending when
     * the connection closes shows its own error page instead of our sentence.
     */
    private Problem tooLarge(InputStream rest) throws IOException {
      byte[] buffer = new byte[16_384];
      long more = 0;
      int count = 0;
      while (count >= 0 && more < 3 * Math.max(bytes, SIGNED_IN_BYTES)) {
        more += count;
        count = rest.read(buffer);
      }
      return Problem.of(Problem.Kind.TOO_LARGE, "problem.too-large", spoken);
    }
  }

  private static final class Counted extends FilterInputStream {
    private final Limit limit;
    private long read;

    Counted(InputStream in, Limit limit) {
      super(in);
      this.limit = limit;
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      return b < 0 ? b : count(1) + b - 1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      return count(super.read(buffer, offset, length));
    }

    private int count(int more) throws IOException {
      read += Math.max(0, more);
      if (read > limit.bytes()) {
        throw limit.tooLarge(in);
      }
      return more;
    }
  }
}
