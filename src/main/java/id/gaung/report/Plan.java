package id.gaung.report;

import java.util.List;
import java.util.Objects;

/**
 * What was due in the week against what came out.
 *
 * @param planned due in the week, without those cancelled before it began
 * @param published of these, before the week's end
 * @param cameOut those that were published, by the time they were due
 */
public record Plan(
    int planned, int published, List<Unpublished> unpublished, List<CameOut> cameOut) {

  public Plan {
    unpublished = List.copyOf(unpublished);
    // The first documents count them without naming them.
    cameOut = List.copyOf(Objects.requireNonNullElse(cameOut, List.of()));
  }

  /** How many came out a minute or more after they were due. */
  public int late() {
    return (int) cameOut.stream().filter(post -> post.minutesLate() > 0).count();
  }
}
