package id.gaung.web;

import id.gaung.kernel.Problem;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Refuses bodies over the limit, whether or not they announce their length. */
@Priority(10)
final class BodyLimitFilter implements ContainerRequestFilter {

  private final long limit;

  /**
   * @param limit in bytes
   */
  BodyLimitFilter(long limit) {
    this.limit = limit;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (request.getLength() > limit) {
      throw tooLarge();
    }
    request.setEntityStream(new Counted(request.getEntityStream()));
  }

  private Problem tooLarge() {
    return Problem.of(
        Problem.Kind.TOO_LARGE, "problem.too-large", Long.toString(limit / (1024 * 1024)));
  }

  private final class Counted extends FilterInputStream {
    private long read;

    Counted(InputStream in) {
      super(in);
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

    private int count(int more) {
      read += Math.max(0, more);
      if (read > limit) {
        throw tooLarge();
      }
      return more;
    }
  }
}
