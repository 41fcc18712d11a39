package id.gaung.db;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the server again when its process ends by itself, as it does when the system takes it for
 * want of memory. The port stays the same, so that the pool finds it. A server that cannot be
 * started again is told to the owner once. Ends with {@link #close}.
 */
final class PostmasterWatch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PostmasterWatch.class);
  private static final Duration GLANCE = Duration.ofSeconds(1);

  /** The processes of a killed server may need a while to end; recovery has a limit of its own. */
  private static final int ATTEMPTS = 60;

  private final Postmaster postmaster;
  private final int port;
  private final Runnable onRestart;
  private final Runnable onLost;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread = new Thread(this::watch, "postgres-watch");

  /**
   * @param onRestart called on the watch's thread when the server runs again
   * @param onLost called there when it cannot be started; the watch then ends
   */
  PostmasterWatch(Postmaster postmaster, int port, Runnable onRestart, Runnable onLost) {
    this.postmaster = postmaster;
    this.port = port;
    this.onRestart = onRestart;
    this.onLost = onLost;
    thread.setDaemon(true);
    thread.start();
  }

  private void watch() {
    try {
      while (!closed.await(GLANCE.toMillis(), TimeUnit.MILLISECONDS)) {
        if (!postmaster.isAlive() && !startAgain()) {
          if (closed.getCount() > 0) {
            onLost.run();
          }
          return;
        }
      }
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether it runs again. */
  private boolean startAgain() throws InterruptedException {
    LOG.error("The database's server process has ended; it is started again");
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      try {
        if (postmaster.startAgain(port)) {
          LOG.info("The database runs again");
          onRestart.run();
          return true;
        }
      } catch (IOException | DatabaseUnavailable failed) {
        if (attempt == ATTEMPTS) {
          LOG.error("The database could not be started again", failed);
        }
      }
      if (closed.await(GLANCE.toMillis(), TimeUnit.MILLISECONDS)) {
        return false;
      }
    }
    return false;
  }

  /** Returns when nothing is started any more. */
  @Override
  public void close() {
    closed.countDown();
    try {
      thread.join(Duration.ofSeconds(5).toMillis());
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
    }
  }
}
