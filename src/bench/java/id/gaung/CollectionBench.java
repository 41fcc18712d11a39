package id.gaung;

import id.gaung.Canned.Kind;
import id.gaung.engagement.SnapshotWriting;
import id.gaung.jobs.Schedule;
import id.gaung.platform.NetworkModule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;

/**
 * A whole round of reading: posts on many accounts of every network that is read, all due at once,
 * read by the product's own job; then how fast snapshots are written beside PostgreSQL's COPY.
 */
final class CollectionBench {

  private static final String BENCH = "collection";

  private CollectionBench() {}

  static void run(Bench.Options options) throws Exception {
    int posts = options.number("posts", 10_000);
    int accounts = options.number("accounts", 20);
    Duration call = Duration.ofMillis(options.number("delay", 200));
    try (ReadingOffice office = ReadingOffice.open(network -> true, Feed.NOTHING, call)) {
      Map<NetworkModule, List<UUID>> channels = new LinkedHashMap<>();
      office.networks().keySet().forEach(n -> channels.put(n, office.connect(n, accounts)));
      Map<UUID, Integer> watched = seed(office, channels, posts);
      office.networks().values().forEach(CannedNetwork::countAnew);
      double seconds = round(office);
      calls(office, channels, watched);
      Bench.figure(BENCH, "round_s", seconds);
      long read = office.world().readings();
      Bench.figure(BENCH, "posts_read", read);
      List<Integer> together = together(office);
      SnapshotWriting.Speeds speeds =
          new SnapshotWriting(office.gaung().foundation()).measure(together);
      Bench.figure(BENCH, "transactions", together.size());
      Bench.figure(BENCH, "written_per_s", speeds.written());
      Bench.figure(BENCH, "copied_per_s", speeds.copied());
      Bench.figure(BENCH, "write_over_copy", speeds.written() / speeds.copied());
    }
  }

  /** How many posts the job has stored in one transaction, of each of its transactions. */
  private static List<Integer> together(ReadingOffice office) {
    return office
        .gaung()
        .foundation()
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select count(distinct rendition_id) from snapshot group by xmin::text")
                    .mapTo(Integer.class)
                    .list());
  }

  /** How many posts each channel has. */
  private static Map<UUID, Integer> seed(
      ReadingOffice office, Map<NetworkModule, List<UUID>> channels, int posts) {
    Map<UUID, Integer> watched = new LinkedHashMap<>();
    List<Map.Entry<NetworkModule, UUID>> all = new ArrayList<>();
    channels.forEach((network, ids) -> ids.forEach(id -> all.add(Map.entry(network, id))));
    Jdbi jdbi = office.gaung().foundation().jdbi();
    Instant now = Instant.now();
    jdbi.useTransaction(
        handle -> {
          var watches =
              handle.prepareBatch(
                  """
                  insert into watch (rendition_id, channel_id, published_at, remote_id, next_at)
                  select :id, c.id, :published, replace(:remote, 'ACCOUNT', c.remote_id), :due
                  from channel c where c.id = :channel
                  """);
          for (int i = 0; i < posts; i++) {
            var at = all.get(i % all.size());
            watched.merge(at.getValue(), 1, Integer::sum);
            watches
                .bind("id", office.gaung().foundation().ids().next())
                .bind("channel", at.getValue())
                .bind("published", now.minus(Duration.ofDays(1 + i % 80)))
                .bind("remote", office.networks().get(at.getKey()).canned().id(Feed.id(i)))
                .bind("due", now.minusSeconds(i % 60))
                .add();
          }
          watches.execute();
        });
    jdbi.useHandle(handle -> handle.execute("analyze"));
    return watched;
  }

  /** As the scheduler runs it: what a run leaves waits for the next. */
  private static double round(ReadingOffice office) throws InterruptedException {
    Schedule collecting = office.schedule("collect-engagement");
    long start = System.nanoTime();
    for (int run = 0; office.world().due() > 0 && run < 60; run++) {
      long early = run * collecting.every().toMillis() - (System.nanoTime() - start) / 1_000_000;
      TimeUnit.MILLISECONDS.sleep(Math.max(0, early));
      collecting.job().run();
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private static void calls(
      ReadingOffice office, Map<NetworkModule, List<UUID>> channels, Map<UUID, Integer> watched) {
    long all = 0;
    long allLeast = 0;
    long refused = 0;
    for (Map.Entry<NetworkModule, CannedNetwork> one : office.networks().entrySet()) {
      int batch = one.getValue().canned().batch();
      long least =
          channels.get(one.getKey()).stream()
              .mapToLong(id -> (watched.getOrDefault(id, 0) + batch - 1) / batch)
              .sum();
      long calls = one.getValue().calls(Kind.READ);
      Bench.figure(BENCH, one.getKey(), "calls", calls);
      Bench.figure(BENCH, one.getKey(), "calls_over_minimum", (double) calls / least);
      all += calls;
      allLeast += least;
      refused += one.getValue().refused();
    }
    Bench.figure(BENCH, "calls", all);
    Bench.figure(BENCH, "calls_over_minimum", (double) all / allLeast);
    Bench.figure(BENCH, "refused_for_limits", refused);
  }
}
