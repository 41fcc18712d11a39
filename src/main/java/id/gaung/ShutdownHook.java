package id.gaung;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the process within a limit once it was asked to end, whatever hangs: a network, the
 * database, a person's half-sent upload. What could not be ended in order is found and taken up by
 * the next start, as after a kill.
 */
final class ShutdownHook {

  /** A service manager kills after 30 s at the earliest; the database's own server needs some. */
  private static final Duration LIMIT = Duration.ofSeconds(27);

  private static final Logger LOG = LoggerFactory.getLogger(ShutdownHook.class);

  private ShutdownHook() {}

  /**
   * @param first done at once when the process is asked to end, beside the server's own stop; must
   *     not wait for anything
   */
  static void install(Runnable first) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stopping(first), "shutdown"));
  }

  private static void stopping(Runnable first) {
    Thread limit = new Thread(ShutdownHook::haltAfterLimit, "shutdown-limit");
    limit.setDaemon(true);
    limit.start();
    first.run();
  }

  private static void haltAfterLimit() {
    try {
      boolean never = new CountDownLatch(1).await(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
      if (!never) {
        LOG.error("Not everything ended within {} s; the process ends now", LIMIT.toSeconds());
        Runtime.getRuntime().halt(1);
      }
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
    }
  }
}
