package id.gaung.media;

import id.gaung.kernel.Problem;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * One request at a time goes on with an upload. A line that broke is often not known to be broken
 * on this side: whoever comes back would find the request of before still waiting for bytes, so the
 * newer one breaks it off.
 */
final class UploadTurns {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Map<UUID, Turn> turns = new ConcurrentHashMap<>();

  /** What is done with an upload. */
  interface Work<T> {
    T with(Turn turn) throws IOException;
  }

  /**
   * @return empty if another request is still busy with it
   */
  <T> Optional<T> take(UUID id, Work<T> work) throws IOException {
    Turn mine = new Turn(Thread.currentThread());
    for (Turn other = turns.putIfAbsent(id, mine);
        other != null;
        other = turns.putIfAbsent(id, mine)) {
      other.breakOff();
      if (!other.ends()) {
        return Optional.empty();
      }
    }
    try {
      return Optional.of(work.with(mine));
    } finally {
      turns.remove(id, mine);
      mine.over.countDown();
    }
  }

  /** A request at work. */
  static final class Turn {
    private final Thread worker;
    private final CountDownLatch over = new CountDownLatch(1);
    private boolean waiting;
    private boolean broken;

    Turn(Thread worker) {
      this.worker = worker;
    }

    private synchronized void breakOff() {
      broken = true;
      if (waiting) {
        worker.interrupt();
      }
    }

    private boolean ends() {
      try {
        return over.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
        return false;
      }
    }

    /** What has come is taken all the same. */
    private synchronized void begin(InputStream body) throws IOException {
      if (broken && body.available() == 0) {
        throw left();
      }
      waiting = true;
    }

    /** Nobody reads this answer: its sender has gone, or speaks on another line. */
    private static Problem left() {
      return Problem.of(Problem.Kind.TOO_SLOW, "problem.too-slow");
    }

    /** The worker goes back to where it came from, and nobody there was interrupted. */
    private synchronized void end() {
      waiting = false;
      if (broken) {
        Thread.interrupted();
      }
    }

    /** Its body, whose reading ends when it is broken off. */
    InputStream of(InputStream body) {
      return new FilterInputStream(body) {
        @Override
        public int read() throws IOException {
          byte[] one = new byte[1];
          return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
          begin(in);
          try {
            return super.read(buffer, offset, length);
          } catch (IOException gone) {
            throw left();
          } finally {
            end();
          }
        }
      };
    }
  }
}
