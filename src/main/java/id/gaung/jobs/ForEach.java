package id.gaung.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
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
  private final int lanes;
  private final ExecutorService threads;
  private final Map<Object, Aside> aside = new ConcurrentHashMap<>();
  private final AtomicLong failed = new AtomicLong();

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
    this(name, clock, items, key, work, 1);
  }

  private ForEach(
      String name,
      Clock clock,
      Supplier<? extends Collection<T>> items,
      Function<T, Object> key,
      Consumer<T> work,
      int lanes) {
    this.name = name;
    this.clock = clock;
    this.items = items;
    this.key = key;
    this.work = work;
    this.lanes = lanes;
    this.threads = Executors.newCachedThreadPool(task -> daemon(task, name));
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  /** Over items that are their own key. */
  public static <T> ForEach<T> of(
      String name, Clock clock, Supplier<? extends Collection<T>> items, Consumer<T> work) {
    return new ForEach<>(name, clock, items, item -> item, work);
  }

  /**
   * The same over several items at a time, so that one that waits for a slow network does not keep
   * all others waiting. A run ends when all are done.
   *
   * @param lanes how many at most; work must be safe for it
   */
  public ForEach<T> atATime(int lanes) {
    return new ForEach<>(name, clock, items, key, work, lanes);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public synchronized void run() {
    Set<Object> seen = new HashSet<>();
    List<Runnable> due = new ArrayList<>();
    for (T item : items.get()) {
      Object which = key.apply(item);
      seen.add(which);
      Aside before = aside.get(which);
      if (before == null || !clock.instant().isBefore(before.until())) {
        due.add(() -> run(item, which, before == null ? 0 : before.failures()));
      }
    }
    inLanes(due);
    aside.keySet().retainAll(seen);
  }

  private void inLanes(List<Runnable> due) {
    Queue<Runnable> queue = new ConcurrentLinkedQueue<>(due);
    Runnable lane =
        () -> {
          try {
            for (Runnable next = queue.poll(); next != null; next = queue.poll()) {
              next.run();
            }
          } finally {
            // Where one is told to stop, no other begins anything.
            queue.clear();
          }
        };
    List<CompletableFuture<?>> running = new ArrayList<>();
    for (int other = 1; other < Math.min(lanes, due.size()); other++) {
      running.add(CompletableFuture.runAsync(lane, threads));
    }
    running.add(CompletableFuture.runAsync(lane, Runnable::run));
    try {
      CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).join();
    } catch (CompletionException broken) {
      if (broken.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw broken;
    }
  }

  private void run(T item, Object which, int failures) {
    try {
      work.accept(item);
      aside.remove(which);
    } catch (CancellationException stopping) {
      // The program is being stopped: nothing is wrong with the item, and no other is begun.
      throw stopping;
    } catch (RuntimeException | LinkageError | AssertionError broken) {
      failed.incrementAndGet();
      Duration wait = FIRST.multipliedBy(1L << Math.min(failures, 6));
      Instant until = clock.instant().plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
      aside.put(which, new Aside(failures + 1, until));
      LOG.error(
          "Job {}: {} failed, time {}; again after {}", name, which, failures + 1, until, broken);
    }
  }

  @Override
  public int failing() {
    return aside.size();
  }

  @Override
  public long failed() {
    return failed.get();
  }
}
