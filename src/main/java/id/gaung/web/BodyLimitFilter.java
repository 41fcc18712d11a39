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
  public void filter(ContainerRequestContext request) throws IOException {
    if (request.getLength() > limit) {
      throw tooLarge(request.getEntityStream());
    }
    request.setEntityStream(new Counted(request.getEntityStream()));
  }

  /**
   * Reads on for a while, as far as three more such bodies: a browser that is still sending when
   * the connection closes shows its own error page instead of our sentence.
   */
  private Problem tooLarge(InputStream rest) throws IOException {
    byte[] buffer = new byte[16_384];
    long more = 0;
    int count = 0;
    while (count >= 0 && more < 3 * limit) {
      more += count;
      count = rest.read(buffer);
    }
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

    private int count(int more) throws IOException {
      read += Math.max(0, more);
      if (read > limit) {
        throw tooLarge(in);
      }
      return more;
    }
  }
}
