package id.gaung.publishing;

import id.gaung.channel.OpenChannel;
import id.gaung.db.Transactions;
import id.gaung.platform.Checkpoint;
import id.gaung.publishing.Lanes.WorkItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Where attempts and their outcomes are written; all given entries in one transaction. */
@FunctionalInterface
interface AttemptJournal {
  void write(List<Entry<?>> entries);

  /** The journal in the database. */
  final class DatabaseJournal implements AttemptJournal {

    private final Transactions transactions;
    private final AttemptBeginnings beginnings;
    private final AttemptEndings endings;

    DatabaseJournal(
        Transactions transactions, AttemptBeginnings beginnings, AttemptEndings endings) {
      this.transactions = transactions;
      this.beginnings = beginnings;
      this.endings = endings;
    }

    @Override
    public void write(List<Entry<?>> entries) {
      List<Entry.Begin> begins = new ArrayList<>();
      List<Entry.Advance> advances = new ArrayList<>();
      List<Entry.Finish> finishes = new ArrayList<>();
      for (Entry<?> entry : entries) {
        if (entry instanceof Entry.Begin begin) {
          begins.add(begin);
        } else if (entry instanceof Entry.Advance advance) {
          advances.add(advance);
        } else if (entry instanceof Entry.Finish finish) {
          finishes.add(finish);
        }
      }
      transactions.run(
          () -> {
            if (!finishes.isEmpty()) {
              endings.finish(finishes);
            }
            if (!advances.isEmpty()) {
              endings.advance(advances);
            }
            if (!begins.isEmpty()) {
              beginnings.begin(begins);
            }
          });
    }
  }

  /** Something a lane wants written, and what it wants to know of it once it is committed. */
  abstract static sealed class Entry<R> {

    final WorkItem item;
    private final CompletableFuture<R> done = new CompletableFuture<>();
    private Optional<R> answer = Optional.empty();

    private Entry(WorkItem item) {
      this.item = item;
    }

    /** Set while writing; told to the lane by {@link #committed}. */
    void answer(R given) {
      answer = Optional.of(given);
    }

    /** The transaction is committed. */
    void committed() {
      answer.ifPresentOrElse(
          done::complete,
          () -> done.completeExceptionally(new IllegalStateException("nothing was written")));
    }

    void failed(Throwable why) {
      done.completeExceptionally(why);
    }

    CompletableFuture<R> done() {
      return done;
    }

    /** An attempt is about to be made. */
    static final class Begin extends Entry<Optional<Begun>> {
      Begin(WorkItem item) {
        super(item);
      }
    }

    /** A step was taken; answers whether the attempt is still ours. */
    static final class Advance extends Entry<Boolean> {
      final int number;
      final Checkpoint checkpoint;

      Advance(WorkItem item, int number, Checkpoint checkpoint) {
        super(item);
        this.number = number;
        this.checkpoint = checkpoint;
      }
    }

    /** An attempt ended; answers whether it was still ours. */
    static final class Finish extends Entry<Boolean> {
      final int number;

      /** Judged once more where it would take what another rendition holds. */
      Outcome verdict;

      Finish(WorkItem item, int number, Outcome verdict) {
        super(item);
        this.number = number;
        this.verdict = verdict;
      }
    }

    /**
     * The attempt is committed: the call may leave.
     *
     * @param channel read in the same transaction
     * @param newest the network's id of what the channel published last, if that was just now
     */
    record Begun(
        OpenChannel channel,
        int number,
        Instant firstAttemptAt,
        Instant leaseUntil,
        Optional<String> newest) {}
  }
}
