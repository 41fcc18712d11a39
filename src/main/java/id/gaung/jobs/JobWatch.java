package id.gaung.jobs;

import com.codahale.metrics.Gauge;
import com.codahale.metrics.MetricRegistry;
import com.codahale.metrics.health.HealthCheck;
import com.codahale.metrics.health.HealthCheckRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the jobs of this process do: when each last succeeded and failed, and what fails. A run
 * succeeds when it ended and no item of it fails.
 */
public final class JobWatch {

  private static final Logger LOG = LoggerFactory.getLogger(JobWatch.class);

  /** A job that ran on this node may be late by so many periods before somebody should look. */
  private static final int PERIODS = 10;

  private static final Duration AT_LEAST = Duration.ofMinutes(5);

  private final List<Schedule> schedules;
  private final Clock clock;
  private final Map<String, Runs> runs = new ConcurrentHashMap<>();

  JobWatch(List<Schedule> schedules, Clock clock) {
    this.schedules = schedules;
    this.clock = clock;
  }

  /** What is known of a job's runs here. */
  private record Runs(
      Optional<Instant> ended, Optional<Instant> succeeded, Optional<Instant> failed, String why) {

    static final Runs NONE = new Runs(Optional.empty(), Optional.empty(), Optional.empty(), "");
  }

  /**
   * Runs the job and remembers how it ended. What it throws is thrown on, and written into the log
   * the first time only: a job that comes round each second would fill a disk in an outage.
   */
  void run(Job job) {
    boolean failing = !of(job).why().isEmpty();
    try {
      job.run();
    } catch (CancellationException stopping) {
      throw stopping;
    } catch (RuntimeException | Error broken) {
      if (!failing) {
        LOG.error("Job {} fails; it is tried again each time it comes round", job.name(), broken);
      }
      failed(job.name(), broken.toString());
      throw broken;
    }
    if (failing) {
      LOG.info("Job {} runs again", job.name());
    }
    if (job.failing() > 0) {
      failed(job.name(), "");
    } else {
      Optional<Instant> now = Optional.of(clock.instant());
      runs.merge(
          job.name(),
          new Runs(now, now, Optional.empty(), ""),
          (before, after) -> new Runs(now, now, before.failed(), ""));
    }
  }

  private void failed(String name, String why) {
    Optional<Instant> now = Optional.of(clock.instant());
    runs.merge(
        name,
        new Runs(now, Optional.empty(), now, why),
        (before, after) -> new Runs(now, before.succeeded(), now, why));
  }

  /**
   * Registers, for each job, {@code jobs.NAME.success-age} and {@code jobs.NAME.failure-age} in
   * seconds, -1 where there was none, and {@code jobs.NAME.failing} and {@code jobs.NAME.failed},
   * the items that fail now and that ever failed; and one health check for all of them.
   */
  public void register(MetricRegistry metrics, HealthCheckRegistry checks) {
    checks.register("jobs", health());
    for (Schedule schedule : schedules) {
      Job job = schedule.job();
      String name = "jobs." + job.name();
      gauge(metrics, name + ".success-age", () -> age(of(job).succeeded()));
      gauge(metrics, name + ".failure-age", () -> age(of(job).failed()));
      gauge(metrics, name + ".failing", () -> (long) job.failing());
      gauge(metrics, name + ".failed", job::failed);
    }
  }

  private static void gauge(MetricRegistry metrics, String name, Gauge<Long> value) {
    metrics.gauge(name, () -> value);
  }

  private Runs of(Job job) {
    return runs.getOrDefault(job.name(), Runs.NONE);
  }

  private long age(Optional<Instant> at) {
    return at.map(then -> Duration.between(then, clock.instant()).toSeconds()).orElse(-1L);
  }

  /**
   * Healthy while no job fails and none that should come round here stands still; else says which.
   */
  HealthCheck health() {
    return new HealthCheck() {
      @Override
      protected Result check() {
        List<String> troubles = troubles();
        return troubles.isEmpty()
            ? Result.healthy("%d jobs come round", schedules.size())
            : Result.unhealthy(String.join("; ", troubles).replace("%", "%%"));
      }
    };
  }

  private List<String> troubles() {
    List<String> troubles = new ArrayList<>();
    for (JobState job : states()) {
      String last = job.succeeded().map(at -> "last success " + at).orElse("no success yet");
      switch (job.condition()) {
        case ITEMS_FAIL ->
            troubles.add("%s: %d items fail, %s".formatted(job.name(), job.failing(), last));
        case FAILS -> troubles.add("%s failed: %s, %s".formatted(job.name(), job.why(), last));
        case STANDS_STILL -> troubles.add("%s stands still, %s".formatted(job.name(), last));
        case WELL, NOT_YET -> {}
      }
    }
    return troubles;
  }

  /** How a job does on this node. One of the cluster that never ran here may run on another. */
  public enum Condition {
    WELL,
    NOT_YET,
    ITEMS_FAIL,
    FAILS,
    STANDS_STILL;

    public boolean isTrouble() {
      return this == ITEMS_FAIL || this == FAILS || this == STANDS_STILL;
    }
  }

  /**
   * @param failing how many of its items fail now
   * @param why the exception that ended its last run; empty if none did
   */
  public record JobState(
      String name, Condition condition, Optional<Instant> succeeded, int failing, String why) {}

  /** Every job, in the order in which the features name them. */
  public List<JobState> states() {
    return schedules.stream().map(this::state).toList();
  }

  private JobState state(Schedule schedule) {
    Job job = schedule.job();
    Runs known = of(job);
    return new JobState(
        job.name(), condition(schedule, known), known.succeeded(), job.failing(), known.why());
  }

  private Condition condition(Schedule schedule, Runs known) {
    if (schedule.job().failing() > 0) {
      return Condition.ITEMS_FAIL;
    }
    if (!known.why().isEmpty()) {
      return Condition.FAILS;
    }
    if (isStill(schedule, known)) {
      return Condition.STANDS_STILL;
    }
    return known.ended().isPresent() ? Condition.WELL : Condition.NOT_YET;
  }

  /** Jobs of the cluster may come round on another node. */
  private boolean isStill(Schedule schedule, Runs known) {
    Duration allowed = schedule.every().multipliedBy(PERIODS);
    Duration late = allowed.compareTo(AT_LEAST) > 0 ? allowed : AT_LEAST;
    return schedule.where() == Schedule.Where.EACH_NODE
        && known.ended().filter(at -> at.plus(late).isBefore(clock.instant())).isPresent();
  }
}
