package id.gaung.report;

import java.util.List;

/**
 * What was due in the week against what came out.
 *
 * @param planned due in the week, without those cancelled before it began
 * @param published of these, before the week's end
 */
public record Plan(int planned, int published, List<Unpublished> unpublished) {

  public Plan {
    unpublished = List.copyOf(unpublished);
  }
}
