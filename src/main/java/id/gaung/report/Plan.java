package id.gaung.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * What was planned for the week against what came out. The plan is what stood when the week began,
 * or the first that was set within it; what people moved, called off or tried again later does not
 * change it, but is told.
 *
 * @param planned renditions in the plan, without those cancelled before the week began
 * @param published of these, before the week's end
 * @param cameOut those that were published, by the time they were planned
 * @param beyond what came out in the week from an earlier week's plan
 */
public record Plan(
    int planned,
    int published,
    List<Unpublished> unpublished,
    List<CameOut> cameOut,
    List<CameOut> beyond) {

  public Plan {
    unpublished = List.copyOf(unpublished);
    // The first documents count them without naming them.
    cameOut = List.copyOf(Objects.requireNonNullElse(cameOut, List.of()));
    beyond = List.copyOf(Objects.requireNonNullElse(beyond, List.of()));
  }

  /** How many came out a minute or more after they were planned. */
  public int late() {
    return (int) cameOut.stream().filter(post -> post.minutesLate() > 0).count();
  }

  /**
   * A post that came out in the week.
   *
   * @param dueAt when it was planned, whatever it was moved to later
   * @param events what became of its plan until it came out
   */
  public record CameOut(
      UUID renditionId, Instant dueAt, Instant publishedAt, List<PlanEvent> events) {

    public CameOut {
      // The first documents do not tell them.
      events = List.copyOf(Objects.requireNonNullElse(events, List.of()));
    }

    /** Whole minutes after it was planned; never negative. */
    public long minutesLate() {
      return Math.max(0, Duration.between(dueAt, publishedAt).toMinutes());
    }
  }
}
