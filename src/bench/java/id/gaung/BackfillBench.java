package id.gaung;

import id.gaung.Canned.Kind;
import id.gaung.jobs.Jobs;
import id.gaung.kernel.Week;
import id.gaung.platform.Ability;
import id.gaung.platform.NetworkModule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * An account that is connected with a past: of each network that lists posts, one in an office of
 * its own. The product's own scheduler runs what searches accounts and what makes reports; nothing
 * else, so that each call counted belongs to the search.
 */
final class BackfillBench {

  private static final String BENCH = "backfill";
  private static final Duration DAYS = Duration.ofDays(90);
  private static final int PATIENCE_S = 1_800;

  private BackfillBench() {}

  static void run(Bench.Options options) throws Exception {
    int posts = options.number("posts", 2_000);
    int older = options.number("older", 100);
    Duration call = Duration.ofMillis(options.number("delay", 200));
    String only = options.text("network", "");
    long calls = 0;
    long least = 0;
    double slowest = 0;
    for (NetworkModule network : ReadingOffice.read()) {
      boolean asked = only.isEmpty() || only.equals(network.name());
      if (asked && network.traits().abilities().contains(Ability.LIST)) {
        Measured measured = measure(network, posts, older, call);
        calls += measured.calls();
        least += measured.least();
        slowest = Math.max(slowest, measured.report());
      }
    }
    Bench.figure(BENCH, "backfill_calls_over_minimum", (double) calls / Math.max(1, least));
    Bench.figure(BENCH, "first_report_s", slowest);
  }

  private record Measured(long calls, long least, double report) {}

  private static Measured measure(NetworkModule network, int posts, int older, Duration call)
      throws Exception {
    Duration apart = DAYS.dividedBy(posts);
    // The last of them is just younger than the ninety days, the first no longer too fresh.
    Feed feed = new Feed(posts + older, Instant.now().minus(Duration.ofMinutes(30)), apart);
    try (ReadingOffice office = ReadingOffice.open(network::equals, feed, call)) {
      if (office.networks().isEmpty()) {
        return new Measured(0, 0, 0);
      }
      Gaung gaung = office.gaung();
      Jobs jobs =
          new Jobs(
              office.database().database().dataSource(),
              "bench",
              List.of(office.schedule("find-posts"), office.schedule("weekly-reports")),
              Clock.systemUTC());
      jobs.start();
      try {
        return connected(network, office, gaung, posts);
      } finally {
        jobs.standby();
        jobs.stop();
      }
    }
  }

  private static Measured connected(
      NetworkModule network, ReadingOffice office, Gaung gaung, int posts) throws Exception {
    office.connect(network, 1);
    CannedNetwork server = office.networks().get(network);
    server.countAnew();
    long start = System.nanoTime();
    String last = Week.of(Instant.now()).previous().label();
    await(
        server,
        () ->
            gaung.report().reports().newestWeek().filter(w -> w.label().equals(last)).isPresent());
    double report = (System.nanoTime() - start) / 1e9;
    await(server, () -> count(gaung, "channel_search where first_done_at is not null") > 0);
    double whole = (System.nanoTime() - start) / 1e9;
    Canned canned = server.canned();
    long listed = server.calls(Kind.LIST);
    long read = server.calls(Kind.READ);
    int batch = canned.batch();
    long pages =
        canned.endsInTime()
            ? (posts + canned.page() - 1) / canned.page()
            : posts / canned.page() + 1;
    long least = pages + (canned.countsInList() ? 0 : (posts + batch - 1) / batch);
    Bench.figure(BENCH, network, "list_calls", listed);
    Bench.figure(BENCH, network, "read_calls", read);
    Bench.figure(BENCH, network, "least", least);
    Bench.figure(BENCH, network, "backfill_calls_over_minimum", (double) (listed + read) / least);
    Bench.figure(BENCH, network, "first_report_s", report);
    Bench.figure(BENCH, network, "whole_s", whole);
    Bench.figure(BENCH, network, "posts_found", count(gaung, "found_post where settled"));
    Bench.figure(BENCH, network, "posts_unread", count(gaung, UNREAD));
    Bench.figure(BENCH, network, "read_twice", count(gaung, TWICE));
    Bench.figure(BENCH, network, "refused_for_limits", server.refused());
    return new Measured(listed + read, least, report);
  }

  private static final String UNREAD =
      "found_post f where not exists (select from snapshot s where s.rendition_id = f.id)";

  private static final String TWICE =
      """
      (select rendition_id from snapshot group by rendition_id, metric having count(*) > 1) twice
      """;

  private static long count(Gaung gaung, String what) {
    return gaung
        .foundation()
        .jdbi()
        .withHandle(h -> h.createQuery("select count(*) from " + what).mapTo(Long.class).one());
  }

  private static void await(CannedNetwork server, BooleanSupplier until)
      throws InterruptedException {
    for (int tenth = 0; tenth < PATIENCE_S * 10 && !until.getAsBoolean(); tenth++) {
      server.requireSound();
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }
}
