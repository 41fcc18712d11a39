package id.gaung.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.db.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
@Tag("database")
class JobsTest {

  private static final Duration OFTEN = Duration.ofMillis(100);

  private final TestDatabase database = TestDatabase.create();
  private final List<Jobs> nodes = new ArrayList<>();

  @AfterEach
  void stop() {
    nodes.forEach(Jobs::stop);
    database.close();
  }

  @Test
  void a_job_of_the_node_comes_round_on_each_node() throws Exception {
    Counting first = new Counting("tick");
    Counting second = new Counting("tick");
    node("one", Schedule.eachNode(first, OFTEN));
    node("two", Schedule.eachNode(second, OFTEN));
    first.awaitRuns(2);
    second.awaitRuns(2);
  }

  @Test
  void a_job_of_the_cluster_never_runs_on_two_nodes_at_once() throws Exception {
    AtomicInteger atOnce = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Semaphore begun = new Semaphore(0);
    CountDownLatch mayEnd = new CountDownLatch(1);
    Runnable work =
        () -> {
          most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
          begun.release();
          await(mayEnd);
          atOnce.decrementAndGet();
        };
    Counting other = new Counting("other");
    for (String name : List.of("one", "two")) {
      node(
          name,
          Schedule.onceInCluster(new Named("report", work), OFTEN),
          Schedule.onceInCluster(other, OFTEN));
    }
    acquire(begun, 1);
    // Both nodes are up and the other job comes round, so there was every chance to begin again.
    other.awaitRuns(10);
    assertThat(begun.availablePermits()).isZero();
    mayEnd.countDown();
    acquire(begun, 3);
    assertThat(most).hasValue(1);
  }

  /**
   * Under load a node's check-in is late: then the other takes it for dead and is given its jobs,
   * though they still run.
   */
  @Test
  void a_node_that_is_taken_for_dead_keeps_its_turn_while_its_job_runs() throws Exception {
    Semaphore begun = new Semaphore(0);
    CountDownLatch mayEnd = new CountDownLatch(1);
    Runnable work =
        () -> {
          begun.release();
          await(mayEnd);
        };
    Counting other = new Counting("other");
    node("one", Schedule.onceInCluster(new Named("report", work), OFTEN));
    acquire(begun, 1);
    lateCheckIns();
    node(
        "two",
        Schedule.onceInCluster(new Named("report", work), OFTEN),
        Schedule.onceInCluster(other, OFTEN));
    other.awaitRuns(20);
    assertThat(taken()).as("the other was given the job").isPositive();
    assertThat(begun.availablePermits()).isZero();
    mayEnd.countDown();
    acquire(begun, 3);
  }

  /** As after a pause of a minute. */
  private void lateCheckIns() throws SQLException {
    try (var session = database.dataSource().getConnection();
        var statement = session.createStatement()) {
      statement.execute("update qrtz_scheduler_state set last_checkin_time = 1");
    }
  }

  /** How often the second node was given the job, whose trigger it made anew when it started. */
  private long taken() throws SQLException {
    try (var session = database.dataSource().getConnection();
        var statement = session.createStatement();
        var answer =
            statement.executeQuery(
                "select times_triggered from qrtz_simple_triggers"
                    + " where trigger_name = 'report'")) {
      answer.next();
      return answer.getLong(1);
    }
  }

  @Test
  void when_a_node_stops_the_other_goes_on() throws Exception {
    Counting first = new Counting("report");
    Counting second = new Counting("report");
    Jobs one = node("one", Schedule.onceInCluster(first, OFTEN));
    first.awaitRuns(1);
    node("two", Schedule.onceInCluster(second, OFTEN));
    one.stop();
    second.awaitRuns(3);
  }

  @Test
  void an_exception_ends_that_run_only() throws Exception {
    Semaphore runs = new Semaphore(0);
    Runnable failing =
        () -> {
          runs.release();
          throw new IllegalStateException("on purpose, in a test");
        };
    Semaphore clusterRuns = new Semaphore(0);
    Runnable failingToo =
        () -> {
          clusterRuns.release();
          throw new IllegalStateException("on purpose, in a test");
        };
    node(
        "one",
        Schedule.eachNode(new Named("tick", failing), OFTEN),
        Schedule.onceInCluster(new Named("report", failingToo), OFTEN));
    acquire(runs, 3);
    acquire(clusterRuns, 3);
  }

  @Test
  void stopping_waits_for_the_jobs_that_run() throws Exception {
    CountDownLatch begun = new CountDownLatch(2);
    CountDownLatch mayEnd = new CountDownLatch(1);
    AtomicBoolean nodeDone = new AtomicBoolean();
    AtomicBoolean clusterDone = new AtomicBoolean();
    Jobs jobs =
        node(
            "one",
            Schedule.eachNode(
                new Named("tick", () -> slow(begun, mayEnd, nodeDone)), Duration.ofHours(1)),
            Schedule.onceInCluster(
                new Named("report", () -> slow(begun, mayEnd, clusterDone)), Duration.ofHours(1)));
    await(begun);
    Thread stopping = new Thread(jobs::stop);
    stopping.start();
    while (stopping.getState() != Thread.State.TIMED_WAITING
        && stopping.getState() != Thread.State.WAITING) {
      assertThat(stopping.getState()).as("it did not wait").isNotEqualTo(Thread.State.TERMINATED);
      Thread.onSpinWait();
    }
    mayEnd.countDown();
    stopping.join(60_000);
    assertThat(stopping.isAlive()).isFalse();
    assertThat(nodeDone).isTrue();
    assertThat(clusterDone).isTrue();
  }

  @Test
  void a_node_that_starts_again_takes_up_its_jobs_with_the_new_period() throws Exception {
    Counting before = new Counting("report");
    Jobs jobs = node("one", Schedule.onceInCluster(before, Duration.ofHours(1)));
    before.awaitRuns(1);
    jobs.stop();
    Counting after = new Counting("report");
    node("one", Schedule.onceInCluster(after, OFTEN));
    after.awaitRuns(3);
  }

  private Jobs node(String name, Schedule... schedules) {
    // Names of nodes are known to the whole JVM.
    Jobs jobs =
        new Jobs(
            database.dataSource(),
            database.hashCode() + "-" + name,
            List.of(schedules),
            java.time.Clock.systemUTC());
    nodes.add(jobs);
    jobs.start();
    return jobs;
  }

  private static void slow(CountDownLatch begun, CountDownLatch mayEnd, AtomicBoolean done) {
    begun.countDown();
    await(mayEnd);
    done.set(true);
  }

  private static void acquire(Semaphore runs, int number) throws InterruptedException {
    assertThat(runs.tryAcquire(number, 60, TimeUnit.SECONDS)).isTrue();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private record Named(String name, Runnable work) implements Job {
    @Override
    public void run() {
      work.run();
    }
  }

  private static final class Counting implements Job {
    private final String name;
    private final Semaphore runs = new Semaphore(0);

    Counting(String name) {
      this.name = name;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public void run() {
      runs.release();
    }

    void awaitRuns(int number) throws InterruptedException {
      assertThat(runs.tryAcquire(number, 60, TimeUnit.SECONDS)).as(name).isTrue();
    }
  }
}
