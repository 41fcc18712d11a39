package id.gaung.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.codahale.metrics.MetricRegistry;
import id.gaung.kernel.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One item that fails is alone with it. */
class ForEachTest {

  private final TestClock clock = TestClock.at("2026-11-24T04:00:00Z");
  private final List<String> done = new ArrayList<>();
  private final Set<String> broken = new TreeSet<>(Set.of("b"));
  private final ForEach<String> job =
      ForEach.of(
          "work",
          clock,
          () -> List.of("a", "b", "c"),
          item -> {
            done.add(item);
            if (broken.contains(item)) {
              throw new IllegalStateException("cannot do " + item);
            }
          });

  @Test
  void the_others_go_on_and_it_is_left_aside_for_longer_each_time() {
    job.run();
    assertThat(done).containsExactly("a", "b", "c");
    assertThat(job.failing()).isEqualTo(1);
    job.run();
    assertThat(done).endsWith("a", "c");
    clock.move(Duration.ofMinutes(1));
    job.run();
    assertThat(done).endsWith("a", "b", "c");
    clock.move(Duration.ofMinutes(1));
    job.run();
    assertThat(done).endsWith("a", "c");
    clock.move(Duration.ofMinutes(1));
    broken.clear();
    job.run();
    assertThat(done).endsWith("a", "b", "c");
    assertThat(job.failing()).isZero();
    assertThat(job.failed()).isEqualTo(2);
  }

  @Test
  void one_that_waits_does_not_keep_the_others_waiting() {
    CompletableFuture<Void> othersDone = new CompletableFuture<>();
    List<String> order = Collections.synchronizedList(new ArrayList<>());
    ForEach<String> lanes =
        ForEach.of(
                "work",
                clock,
                () -> List.of("slow", "b", "c"),
                item -> {
                  if (item.equals("slow")) {
                    othersDone.orTimeout(10, TimeUnit.SECONDS).join();
                  }
                  order.add(item);
                  if (item.equals("c")) {
                    othersDone.complete(null);
                  }
                })
            .atATime(2);
    lanes.run();
    assertThat(order).containsExactly("b", "c", "slow");
    assertThat(lanes.failing()).isZero();
  }

  @Test
  void where_one_is_told_to_stop_no_other_begins() {
    List<Integer> begun = Collections.synchronizedList(new ArrayList<>());
    ForEach<Integer> lanes =
        ForEach.of(
                "work",
                clock,
                () -> IntStream.range(0, 1_000).boxed().toList(),
                item -> {
                  begun.add(item);
                  throw new CancellationException("stopping");
                })
            .atATime(4);
    assertThatThrownBy(lanes::run).isInstanceOf(CancellationException.class);
    assertThat(begun).hasSizeLessThanOrEqualTo(4);
    assertThat(lanes.failing()).isZero();
  }

  @Test
  void health_and_metrics_say_which_job_fails_and_since_when() {
    JobWatch watch =
        new JobWatch(List.of(Schedule.onceInCluster(job, Duration.ofMinutes(1))), clock);
    MetricRegistry metrics = new MetricRegistry();
    watch.register(metrics, new com.codahale.metrics.health.HealthCheckRegistry());
    assertThat(watch.health().execute().isHealthy()).isTrue();
    watch.run(job);
    assertThat(watch.health().execute().isHealthy()).isFalse();
    assertThat(watch.health().execute().getMessage())
        .isEqualTo("work: 1 items fail, no success yet");
    assertThat(gauge(metrics, "failing")).isEqualTo(1L);
    assertThat(gauge(metrics, "success-age")).isEqualTo(-1L);
    broken.clear();
    clock.move(Duration.ofMinutes(2));
    watch.run(job);
    clock.move(Duration.ofSeconds(5));
    assertThat(watch.health().execute().isHealthy()).isTrue();
    assertThat(gauge(metrics, "success-age")).isEqualTo(5L);
    assertThat(gauge(metrics, "failure-age")).isEqualTo(125L);
    assertThat(gauge(metrics, "failed")).isEqualTo(1L);
  }

  @Test
  void a_job_that_breaks_off_as_a_whole_is_told() {
    Job whole =
        ForEach.of(
            "whole",
            clock,
            () -> {
              throw new IllegalStateException("no list");
            },
            item -> {});
    JobWatch watch = new JobWatch(List.of(Schedule.eachNode(whole, Duration.ofMinutes(1))), clock);
    assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> watch.run(whole)))
        .hasMessage("no list");
    assertThat(watch.health().execute().getMessage())
        .startsWith("whole failed: ")
        .contains("no list");
  }

  private static Object gauge(MetricRegistry metrics, String name) {
    return metrics.getGauges().get("jobs.work." + name).getValue();
  }
}
