package id.gaung.engagement;

import id.gaung.audit.Foundation;
import id.gaung.platform.Figure;
import id.gaung.platform.Metric;
import java.io.StringReader;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.DoubleStream;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.PGConnection;

/**
 * How many snapshots are written a second, beside PostgreSQL's own COPY of as many rows into a
 * table with the same indexes and checks, which holds the same before.
 */
public final class SnapshotWriting {

  private static final int ROUNDS = 5;
  private static final Metric[] METRICS = Metric.values();

  private final Foundation foundation;

  public SnapshotWriting(Foundation foundation) {
    this.foundation = foundation;
  }

  /** Rows a second, the medians of several rounds in turn. */
  public record Speeds(double written, double copied) {}

  /**
   * @param batches how many posts are stored together, each in a transaction of its own
   */
  public Speeds measure(List<Integer> batches) throws Exception {
    Jdbi jdbi = foundation.jdbi();
    SnapshotDao dao = jdbi.onDemand(SnapshotDao.class);
    jdbi.useHandle(
        handle -> {
          handle.execute("create table snapshot_copy (like snapshot including all)");
          handle.execute(
              """
              insert into snapshot_copy (rendition_id, metric, value, gap, observed_at, source)
              select rendition_id, metric, value, gap, observed_at, source from snapshot
              """);
          handle.execute("analyze");
        });
    double[] written = new double[ROUNDS];
    double[] copied = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      List<List<Snapshot>> rows = rows(batches);
      long count = rows.stream().mapToLong(List::size).sum();
      long start = System.nanoTime();
      for (List<Snapshot> batch : rows) {
        foundation
            .transactions()
            .run(
                () -> {
                  dao.keepUnhurried();
                  dao.insert(batch);
                });
      }
      written[round] = count * 1e9 / (System.nanoTime() - start);
      copied[round] = copy(jdbi, rows(batches));
    }
    return new Speeds(median(written), median(copied));
  }

  private static double copy(Jdbi jdbi, List<List<Snapshot>> rows) throws Exception {
    StringBuilder text = new StringBuilder();
    rows.stream().flatMap(List::stream).forEach(row -> line(text, row));
    return jdbi.withHandle(
        handle -> {
          StringReader reader = new StringReader(text.toString());
          long start = System.nanoTime();
          long count =
              handle
                  .getConnection()
                  .unwrap(PGConnection.class)
                  .getCopyAPI()
                  .copyIn(
                      "copy snapshot_copy (rendition_id, metric, value, gap, observed_at, source)"
                          + " from stdin",
                      reader);
          return count * 1e9 / (System.nanoTime() - start);
        });
  }

  private static void line(StringBuilder text, Snapshot row) {
    text.append(row.renditionId())
        .append('\t')
        .append(row.metric())
        .append('\t')
        .append(row.value().map(String::valueOf).orElse("\\N"))
        .append('\t')
        .append(row.gap().map(Enum::name).orElse("\\N"))
        .append('\t')
        .append(row.observedAt())
        .append('\t')
        .append(row.source())
        .append('\n');
  }

  private List<List<Snapshot>> rows(List<Integer> batches) {
    Instant now = foundation.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    List<List<Snapshot>> all = new ArrayList<>();
    for (int posts : batches) {
      List<Snapshot> batch = new ArrayList<>();
      for (int post = 0; post < posts; post++) {
        UUID id = foundation.ids().next();
        for (Metric metric : METRICS) {
          Figure figure =
              metric == Metric.SAVES
                  ? Figure.missing(Figure.Gap.NOT_OFFERED)
                  : Figure.of(post * 17L + metric.ordinal());
          batch.add(Snapshot.byApi(id, metric, figure, now));
        }
      }
      all.add(batch);
    }
    return all;
  }

  private static double median(double[] values) {
    return DoubleStream.of(Arrays.copyOf(values, values.length))
        .sorted()
        .skip(values.length / 2)
        .findFirst()
        .orElseThrow();
  }
}
