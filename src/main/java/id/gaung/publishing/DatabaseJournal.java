package id.gaung.publishing;

import id.gaung.db.Transactions;
import java.util.ArrayList;
import java.util.List;

/** The journal in the database. */
final class DatabaseJournal implements Journal {

  private final Transactions transactions;
  private final Beginnings beginnings;
  private final Endings endings;

  DatabaseJournal(Transactions transactions, Beginnings beginnings, Endings endings) {
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
