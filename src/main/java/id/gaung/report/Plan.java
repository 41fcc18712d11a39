package id.gaung.report;

import java.util.List;
import java.util.Objects;

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
}
