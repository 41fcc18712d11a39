package id.gaung.web;

import id.gaung.kernel.Problem;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A body that must keep coming: reading it holds a thread, so that a sender who dribbles is sent
 * away. Only the time spent waiting for bytes counts, not what the door does in between.
 */
final class PacedBody extends FilterInputStream {

  /** Slower than any phone in reach of a mast. */
  static final long LEAST_BYTES_PER_SECOND = 1000;

  static final Duration PATIENCE = Duration.ofSeconds(10);

  private final LongSupplier nanoTime;
  private long waited;
  private long received;

  /**
   * @param nanoTime as {@link System#nanoTime}
   */
  PacedBody(InputStream in, LongSupplier nanoTime) {
    super(in);
    this.nanoTime = nanoTime;
  }

  @Override
  public int read() throws IOException {
    long before = nanoTime.getAsLong();
    int b = in.read();
    judge(before, b < 0 ? 0 : 1);
    return b;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    long before = nanoTime.getAsLong();
    int count = in.read(buffer, offset, length);
    judge(before, Math.max(0, count));
    return count;
  }

  @Override
  public long skip(long bytes) throws IOException {
    byte[] buffer = new byte[8192];
    long skipped = 0;
    int count = 0;
    while (count >= 0 && skipped < bytes) {
      skipped += count;
      count = read(buffer, 0, (int) Math.min(buffer.length, bytes - skipped));
    }
    return skipped;
  }

  private void judge(long before, int count) {
    waited += nanoTime.getAsLong() - before;
    received += count;
    long allowed = PATIENCE.toNanos() + received * 1_000_000_000L / LEAST_BYTES_PER_SECOND;
    if (waited > allowed) {
      throw Problem.of(Problem.Kind.TOO_SLOW, "problem.too-slow");
    }
  }
}
