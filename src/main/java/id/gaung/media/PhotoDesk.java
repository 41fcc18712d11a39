package id.gaung.media;

import id.gaung.kernel.Problem;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Where photos are worked on: as many at once as fit in a share of the memory, in order. Creators,
 * who come by a link, are served one at a time, so that they can never take the whole desk from the
 * staff and from what is to be published.
 */
final class PhotoDesk {

  private static final int MOST_GUESTS_WAITING = 12;
  private static final Duration PATIENCE = Duration.ofSeconds(45);
  private static final Duration COME_BACK = Duration.ofSeconds(30);

  private final Semaphore memory = new Semaphore(PhotoCaps.DESK_MEGABYTES, true);
  private final Semaphore guests = new Semaphore(1, true);

  /** Work that reads and writes files. */
  interface Work<T> {
    T make() throws IOException;
  }

  /**
   * @param cost in bytes
   * @throws Problem TOO_MANY if too many wait
   */
  <T> T work(boolean guest, long cost, Work<T> work) throws IOException {
    int share = (int) Math.max(1, Math.min(PhotoCaps.DESK_MEGABYTES, cost / 1_000_000));
    if (guest && guests.getQueueLength() >= MOST_GUESTS_WAITING) {
      throw busy();
    }
    if (guest) {
      take(guests, 1);
    }
    try {
      take(memory, share);
      try {
        return work.make();
      } finally {
        memory.release(share);
      }
    } finally {
      if (guest) {
        guests.release();
      }
    }
  }

  private static void take(Semaphore from, int share) {
    try {
      if (!from.tryAcquire(share, PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw busy();
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw busy();
    }
  }

  private static Problem busy() {
    return Problem.tooMany(COME_BACK, "media.busy");
  }
}
