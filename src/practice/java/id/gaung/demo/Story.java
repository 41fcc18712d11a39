package id.gaung.demo;

import id.gaung.jobs.Schedule;
import id.gaung.kernel.Week;
import id.gaung.kernel.Wita;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Eight weeks of a practice office, up to now. Every change is made by the command that a person
 * would give, every post goes to a practice network, and every figure is read from there.
 */
public final class Story {

  private static final int WEEKS = 8;
  private static final int HANDS = 3;

  private final DemoOffice office;
  private final StoryClock clock;
  private final List<Schedule> jobs;
  private final Map<Schedule, Instant> ran = new HashMap<>();
  private final Consumer<String> progress;

  /**
   * @param jobs what comes round once in the cluster; reports last
   * @param progress told a line for each week that begins
   */
  public Story(
      DemoOffice office, StoryClock clock, List<Schedule> jobs, Consumer<String> progress) {
    this.office = office;
    this.clock = clock;
    this.jobs = List.copyOf(jobs);
    this.progress = progress;
  }

  /** Tells the story; afterwards the clock goes like the real one. */
  public void tell() {
    ExecutorService hands = Executors.newFixedThreadPool(HANDS);
    try {
      Instant now = clock.realNow();
      Week start = new Week(Week.of(now).monday().minusWeeks(WEEKS + 1L));
      clock.moveTo(Wita.instant(start.monday().atTime(7, 0)));
      DemoActors people = new DemoActors(office.people());
      DemoStage stage = new DemoStage(office, people);
      stage.set();
      StoryTime time =
          new StoryTime(clock, office.publishing().engine()::runOnce, () -> doWhatIsDue(hands));
      for (int week = 0; week <= WEEKS + 1; week++) {
        LocalDate monday = start.monday().plusWeeks(week);
        String line = line(week, monday);
        time.at(Wita.instant(monday.atTime(7, 0)), () -> progress.accept(line));
      }
      for (PlannedCampaign campaign : PlannedCampaign.ALL) {
        new CampaignStory(office, people, stage, time, campaign, start).tell();
      }
      new Mishaps(office, people, stage, time, start).tell();
      new OwnPosts(office, people, stage, time).tell(Week.of(now), now);
      new PostsBeside(office, people, stage, time).tell(Week.of(now));
      new Unfinished(office, people, stage).tell(time, now);
      time.runUntil(now.minus(Duration.ofSeconds(1)));
    } finally {
      hands.shutdown();
      clock.release();
    }
  }

  /** Before the eight weeks everything is set up, and after them comes the one that goes on. */
  private static String line(int week, LocalDate monday) {
    if (week == 0) {
      return "  setting up, from " + monday;
    }
    return week <= WEEKS
        ? "  week %d of %d, from %s".formatted(week, WEEKS, monday)
        : "  and this week, from " + monday;
  }

  /** Some at a time, as in an office; the last one, which reports, when the others are done. */
  private void doWhatIsDue(ExecutorService hands) {
    Instant now = clock.instant();
    List<Schedule> due = new ArrayList<>();
    for (Schedule schedule : jobs) {
      Instant last = ran.getOrDefault(schedule, Instant.MIN);
      if (last.equals(Instant.MIN) || !now.isBefore(last.plus(schedule.every()))) {
        ran.put(schedule, now);
        due.add(schedule);
      }
    }
    Schedule last = due.remove(due.size() - 1);
    CompletableFuture.allOf(
            due.stream()
                .map(one -> CompletableFuture.runAsync(one.job()::run, hands))
                .toArray(CompletableFuture[]::new))
        .join();
    last.job().run();
  }
}
