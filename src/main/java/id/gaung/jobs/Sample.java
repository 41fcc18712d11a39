package id.gaung.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A figure that has to be asked for, of the database say, for gauges that are read as often as
 * anybody likes: it is asked for only when the one before is older than a few seconds, by one
 * reader at a time, and while it cannot be had the readers get what stands for "not known". Never
 * throws. Thread-safe.
 */
public final class Sample<T> implements Supplier<T> {

  private static final Logger LOG = LoggerFactory.getLogger(Sample.class);
  private static final Duration FRESH = Duration.ofSeconds(5);

  private record Taken<T>(T value, Instant at) {}

  private final Supplier<T> source;
  private final T unknown;
  private final Clock clock;
  private volatile Taken<T> last;
  private final ReentrantLock asking = new ReentrantLock();

  /**
   * @param unknown what is read until the source answers, and while it does not
   */
  public Sample(Clock clock, T unknown, Supplier<T> source) {
    this.clock = clock;
    this.unknown = unknown;
    this.source = source;
    this.last = new Taken<>(unknown, Instant.MIN);
  }

  @Override
  public T get() {
    if (isOld(last) && asking.tryLock()) {
      try {
        if (isOld(last)) {
          T value = ask();
          last = new Taken<>(value, clock.instant());
        }
      } finally {
        asking.unlock();
      }
    }
    return last.value();
  }

  private boolean isOld(Taken<T> taken) {
    return taken.at().equals(Instant.MIN) || !clock.instant().isBefore(taken.at().plus(FRESH));
  }

  private T ask() {
    try {
      return source.get();
    } catch (RuntimeException away) {
      LOG.debug("A figure could not be read", away);
      return unknown;
    }
  }
}
