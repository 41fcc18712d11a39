package id.gaung.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A job over items, each of them alone: one that fails is told in the log, counted, and left aside
 * for longer each time (1 minute, doubling, at most an hour), while all others go on. What is left
 * aside is kept in this process alone.
 *
 * @param <T> an item, as it is found at the beginning of a run
 */
public final class ForEach<T> implements Job {

  private static final Logger LOG = LoggerFactory.getLogger(ForEach.class);
  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofHours(1);

  private final String name;
  private final Clock clock;
  private final Supplier<? extends Collection<T>> items;
  private final Function<T, Object> key;
  private final Consumer<T> work;
  private final Map<Object, Aside> aside = new HashMap<>();
  private long failed;

  private record Aside(int failures, Instant until) {}

  /**
   * @param items what is due now
   * @param key what an item is known by from run to run; equal for the same item
   * @param work does one item, in transactions of its own
   */
  public ForEach(
      String name,
      Clock clock,
      Supplier<? extends Collection<T>> items,
      Function<T, Object> key,
      Consumer<T> work) {
    this.name = name;
    this.clock = clock;
    this.items = items;
    this.key = key;
    this.work = work;
  }

  /** Over items that are their own key. */
  public static <T> ForEach<T> of(
      String name, Clock clock, Supplier<? extends Collection<T>> items, Consumer<T> work) {
    return new ForEach<>(name, clock, items, item -> item, work);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public synchronized void run() {
    Set<Object> seen = new HashSet<>();
    for (T item : items.get()) {
      Object which = key.apply(item);
      seen.add(which);
      Aside before = aside.get(which);
      if (before == null || !clock.instant().isBefore(before.until())) {
        run(item, which, before == null ? 0 : before.failures());
      }
    }
    aside.keySet().retainAll(seen);
  }

  private void run(T item, Object which, int failures) {
    try {
      work.accept(item);
      aside.remove(which);
    } catch (CancellationException stopping) {
      // The program is being stopped: nothing is wrong with the item, and no other is begun.
      throw stopping;
    } catch (RuntimeException | LinkageError | AssertionError broken) {
      failed++;
      Duration wait = FIRST.multipliedBy(1L << Math.min(failures, 6));
      Instant until = clock.instant().plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
      aside.put(which, new Aside(failures + 1, until));
      LOG.error(
          "Job {}: {} failed, time {}; again after {}", name, which, failures + 1, until, broken);
    }
  }

  @Override
  public synchronized int failing() {
    return aside.size();
  }

  @Override
  public synchronized long failed() {
    return failed;
  }
}
