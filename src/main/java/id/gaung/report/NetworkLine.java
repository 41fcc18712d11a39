package id.gaung.report;

import id.gaung.kernel.Network;
import java.util.List;
import java.util.Map;

/**
 * One network's week.
 *
 * @param published posts that came out in the week
 * @param measured posts that are being measured, older ones included
 */
public record NetworkLine(
    Network network,
    int published,
    int measured,
    Map<Measure, Totals> totals,
    List<RateLine> rates) {

  public NetworkLine {
    totals = Map.copyOf(totals);
    rates = List.copyOf(rates);
  }

  public Totals of(Measure measure) {
    return totals.getOrDefault(measure, Totals.of(List.of(), measure));
  }
}
