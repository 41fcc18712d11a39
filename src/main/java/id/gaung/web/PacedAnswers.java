package id.gaung.web;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * An answer must keep being taken: writing it holds a thread, so that a reader who dribbles is sent
 * away. Only the time spent waiting for the reader counts. The counterpart of {@link PacedBody};
 * Jetty 12 has a setting of the same sense, {@code minResponseDataRate}, and never reads it.
 */
final class PacedAnswers extends Handler.Wrapper {

  private final long leastBytesPerSecond;
  private final Duration patience;
  private final LongSupplier nanoTime;

  /**
   * @param leastBytesPerSecond that a reader takes in the long run
   * @param patience how long nothing may be taken before that counts
   * @param nanoTime as {@link System#nanoTime}
   */
  PacedAnswers(Handler next, long leastBytesPerSecond, Duration patience, LongSupplier nanoTime) {
    super(next);
    this.leastBytesPerSecond = leastBytesPerSecond;
    this.patience = patience;
    this.nanoTime = nanoTime;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    return super.handle(request, new Paced(request, response), callback);
  }

  private final class Paced extends Response.Wrapper {
    private final AtomicLong waited = new AtomicLong();
    private final AtomicLong taken = new AtomicLong();

    Paced(Request request, Response response) {
      super(request, response);
    }

    @Override
    public void write(boolean last, @Nullable ByteBuffer content, Callback callback) {
      Write write = new Write(this, content == null ? 0 : content.remaining(), callback);
      super.write(last, content, write);
      write.watch();
    }

    private long now() {
      return nanoTime.getAsLong();
    }

    private long nanosLeft(int bytes) {
      long allowed =
          patience.toNanos() + TimeUnit.SECONDS.toNanos(taken.get() + bytes) / leastBytesPerSecond;
      return Math.max(0, allowed - waited.get());
    }

    private void giveUp() {
      getRequest()
          .getConnectionMetaData()
          .getConnection()
          .getEndPoint()
          .close(new TimeoutException("the answer was taken too slowly"));
    }
  }

  /** One write under way. Most are over at once, and none of those is watched. */
  private static final class Write implements Callback {
    private final Paced answer;
    private final int bytes;
    private final Callback then;
    private final long begun;
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicReference<Optional<Scheduler.Task>> watching =
        new AtomicReference<>(Optional.empty());

    Write(Paced answer, int bytes, Callback then) {
      this.answer = answer;
      this.bytes = bytes;
      this.then = then;
      this.begun = answer.now();
    }

    void watch() {
      if (over.get()) {
        return;
      }
      Scheduler scheduler = answer.getRequest().getComponents().getScheduler();
      watching.set(
          Optional.of(
              scheduler.schedule(answer::giveUp, answer.nanosLeft(bytes), TimeUnit.NANOSECONDS)));
      if (over.get()) {
        unwatch();
      }
    }

    private void unwatch() {
      over.set(true);
      watching.getAndSet(Optional.empty()).ifPresent(Scheduler.Task::cancel);
    }

    @Override
    public void succeeded() {
      unwatch();
      answer.waited.addAndGet(answer.now() - begun);
      answer.taken.addAndGet(bytes);
      then.succeeded();
    }

    @Override
    public void failed(Throwable failure) {
      unwatch();
      then.failed(failure);
    }

    @Override
    public InvocationType getInvocationType() {
      return Invocable.getInvocationType(then);
    }
  }
}
