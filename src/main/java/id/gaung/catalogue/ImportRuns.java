package id.gaung.catalogue;

import id.gaung.kernel.Actor;
import id.gaung.kernel.Problem;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Imports that take longer than somebody waits for a page: they go on by themselves and say how far
 * they are. A run is known to the node that does it alone; what it did is in the database for all.
 */
final class ImportRuns {

  private static final int WHOLE = 100;

  private final CatalogueImport imports;
  private final Duration patience;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "import");
            thread.setDaemon(true);
            return thread;
          });
  private final Map<UUID, Run> runs = new ConcurrentHashMap<>();

  private record Run(Future<?> result, AtomicInteger percent) {}

  /**
   * How far a run is.
   *
   * @param percent from 0 to 100
   * @param failure why it ended without doing anything
   */
  record Progress(int percent, Optional<Problem> failure) {}

  /**
   * @param patience how long a request waits for its end
   */
  ImportRuns(CatalogueImport imports, Duration patience) {
    this.imports = imports;
    this.patience = patience;
  }

  /**
   * Applies a kept file. Returns when it is done, or after some patience while it goes on.
   *
   * @throws Problem as {@link CatalogueImport#apply(Actor, UUID, boolean)}, if it came up in time
   */
  void apply(Actor by, UUID id, boolean confirmPrices) {
    Run run =
        runs.computeIfAbsent(
            id,
            key -> {
              AtomicInteger percent = new AtomicInteger();
              return new Run(
                  threads.submit(
                      () ->
                          imports.apply(
                              by,
                              id,
                              confirmPrices,
                              (done, of) -> percent.set(done * WHOLE / Math.max(1, of)))),
                  percent);
            });
    ended(id, run, patience);
  }

  /** Empty unless it runs here, or ended here with nobody waiting. */
  Optional<Progress> progress(UUID id) {
    Run run = runs.get(id);
    if (run == null) {
      return Optional.empty();
    }
    try {
      return ended(id, run, Duration.ZERO)
          ? Optional.empty()
          : Optional.of(new Progress(run.percent().get(), Optional.empty()));
    } catch (Problem failed) {
      return Optional.of(new Progress(run.percent().get(), Optional.of(failed)));
    }
  }

  private boolean ended(UUID id, Run run, Duration wait) {
    try {
      run.result().get(wait.toMillis(), TimeUnit.MILLISECONDS);
      runs.remove(id, run);
      return true;
    } catch (TimeoutException stillRunning) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException failed) {
      runs.remove(id, run);
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(failed);
    }
  }
}
