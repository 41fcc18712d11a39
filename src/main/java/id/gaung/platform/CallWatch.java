package id.gaung.platform;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Watches the calls that are made to a network for one piece of work. A client makes all calls of
 * its methods in the thread that called it, so the watch is the thread's: no client has to carry it
 * along, and one that is written later is watched as well.
 */
public interface CallWatch {

  /**
   * Asked before each request.
   *
   * @return why it must not leave now, in English; empty if it may
   */
  Optional<String> against();

  /** Told of each whole answer, good or not. Must not throw. */
  void answered(PlatformRequest request, HttpOutcome.Answered answer);

  /** Watches what this thread asks while the work runs. */
  static <T> T during(CallWatch watch, Supplier<T> work) {
    CallWatch before = Current.WATCH.get();
    Current.WATCH.set(watch);
    try {
      return work.get();
    } finally {
      Current.WATCH.set(before);
    }
  }

  /** This thread's; one that minds nothing where nobody watches. */
  static CallWatch current() {
    return Current.WATCH.get();
  }

  /** Where it is kept. */
  final class Current {

    private static final CallWatch NOBODY =
        new CallWatch() {
          @Override
          public Optional<String> against() {
            return Optional.empty();
          }

          @Override
          public void answered(PlatformRequest request, HttpOutcome.Answered answer) {}
        };

    private static final ThreadLocal<CallWatch> WATCH = ThreadLocal.withInitial(() -> NOBODY);

    private Current() {}
  }
}
