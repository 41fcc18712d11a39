package id.gaung.publishing;

import com.codahale.metrics.Timer;
import id.gaung.publishing.AttemptJournal.Entry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what many lanes want written in as few transactions as possible: one thread takes whatever
 * has gathered while the transaction before was being committed. With the audit chain's single head
 * and a synchronous disk, one transaction per step would cap the system at a few hundred posts a
 * second. First come, first written.
 */
final class GroupCommit {

  private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
  private static final int TOGETHER = 200;
  private static final int PAUSE_MS = 2;

  private final Consumer<List<Entry<?>>> write;
  private final PublishingMetrics metrics;
  private final BlockingQueue<Object> waiting = new LinkedBlockingQueue<>();
  private final AtomicBoolean stopped = new AtomicBoolean();
  private volatile boolean dead;
  private volatile Consumer<Throwable> onDeath = fatal -> {};
  private final Thread thread;

  /**
   * @param write writes the entries in one transaction and answers them
   */
  GroupCommit(Consumer<List<Entry<?>>> write, String name, PublishingMetrics metrics) {
    this.write = write;
    this.metrics = metrics;
    thread = new Thread(this::loop, name);
    thread.setDaemon(true);
    thread.start();
  }

  /** Completes when the entry is committed, exceptionally if it could not be. */
  <R> CompletableFuture<R> submit(Entry<R> entry) {
    Timer.Context handedIn = metrics.handedIn();
    CompletableFuture<?> unused = entry.done().whenComplete((done, failed) -> handedIn.stop());
    waiting.add(entry);
    // Asked after it was added: whoever stops empties the queue after saying so.
    if (stopped.get() && waiting.remove(entry)) {
      entry.failed(new IllegalStateException("stopped"));
    }
    return entry.done();
  }

  /** Completes when everything submitted before is written. */
  CompletableFuture<Boolean> flush() {
    CompletableFuture<Boolean> reached = new CompletableFuture<>();
    waiting.add(reached);
    if (stopped.get()) {
      reached.complete(false);
    }
    return reached;
  }

  /** To be told, on the journal's thread, of the error that ended it. */
  void onDeath(Consumer<Throwable> told) {
    onDeath = told;
  }

  /** Whether an error has ended it. */
  boolean isDead() {
    return dead;
  }

  /** Writes what was submitted, then ends; what cannot be written in time is given up. */
  void stop(Duration atMost) {
    CompletableFuture<Boolean> last = flush();
    stopped.set(true);
    try {
      last.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException late) {
      LOG.warn("The publishing journal did not end in time");
    }
    thread.interrupt();
    refuseWaiting(new IllegalStateException("stopped"));
  }

  private void loop() {
    List<Object> taken = new ArrayList<>();
    try {
      write(taken);
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    } catch (Throwable fatal) {
      // An Error says that nothing can be relied on here any more. Whoever waits must not wait for
      // ever, and the engine must not go on taking posts that nobody writes.
      dead = true;
      try {
        // First, while all lanes still wait: what they have not begun is given back. Told that
        // nothing is written any more, they would run through it.
        onDeath.accept(fatal);
      } finally {
        stopped.set(true);
        waiting.addAll(taken);
        refuseWaiting(fatal);
      }
    }
  }

  /** Completes all who wait. An entry that was written already keeps its answer. */
  private void refuseWaiting(Throwable why) {
    for (Object one = waiting.poll(); one != null; one = waiting.poll()) {
      if (one instanceof Entry<?> entry) {
        entry.failed(why);
      } else if (one instanceof CompletableFuture<?> flush) {
        flush.completeExceptionally(why);
      }
    }
  }

  private void write(List<Object> taken) throws InterruptedException {
    int before = 1;
    while (true) {
      taken.add(waiting.take());
      gather(taken, before);
      before = taken.size();
      writeAll(taken);
      taken.clear();
    }
  }

  /**
   * Adds what is there, and waits as long as they come quickly for as many as the time before: the
   * lanes that the last write has set free bring their next one by one, and without it each batch
   * would be half as large. When little goes on nothing is waited for.
   */
  private void gather(List<Object> taken, int expected) throws InterruptedException {
    waiting.drainTo(taken, TOGETHER - taken.size());
    while (taken.size() < expected) {
      Object next = waiting.poll(PAUSE_MS, TimeUnit.MILLISECONDS);
      if (next == null) {
        return;
      }
      taken.add(next);
      waiting.drainTo(taken, TOGETHER - taken.size());
    }
  }

  @SuppressWarnings("unchecked")
  private void writeAll(List<Object> taken) {
    List<Entry<?>> entries = new ArrayList<>(taken.size());
    List<CompletableFuture<Boolean>> flushes = new ArrayList<>();
    for (Object one : taken) {
      if (one instanceof Entry<?> entry) {
        entries.add(entry);
      } else {
        flushes.add((CompletableFuture<Boolean>) one);
      }
    }
    if (!entries.isEmpty()) {
      metrics.written(entries.size());
      writeTogether(entries);
    }
    flushes.forEach(flush -> flush.complete(true));
  }

  private void writeTogether(List<Entry<?>> entries) {
    try {
      write.accept(entries);
      entries.forEach(Entry::committed);
    } catch (RuntimeException failed) {
      if (entries.size() == 1) {
        LOG.error("Rendition {}: not written", entries.get(0).item.id(), failed);
        entries.get(0).failed(failed);
      } else {
        // One bad entry must not take the others with it.
        LOG.warn("{} entries could not be written together; each by itself", entries.size());
        entries.forEach(entry -> writeTogether(List.of(entry)));
      }
    }
  }
}
