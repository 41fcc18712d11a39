package id.gaung.report;

import id.gaung.kernel.Rupiah;
import id.gaung.kernel.Week;
import id.gaung.report.FiguresDao.FeeRow;
import id.gaung.report.FiguresDao.SiblingRow;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What each post cost. A deliverable costs its fee once: in the week in which it first came out,
 * shared equally among the channels on which it came out in that week. So the costs of all weeks
 * add up to the fees, however often a post was called off and composed anew; what comes out of the
 * same deliverable in a later week has no cost of its own.
 */
final class PostCosts {

  private final Map<UUID, Rupiah> byRendition = new HashMap<>();

  PostCosts(List<FeeRow> fees, List<SiblingRow> siblings) {
    Map<UUID, List<SiblingRow>> byDeliverable =
        siblings.stream().collect(Collectors.groupingBy(SiblingRow::deliverableId));
    fees.forEach(
        fee ->
            share(fee.fee().amount(), byDeliverable.getOrDefault(fee.deliverableId(), List.of())));
  }

  private void share(long cost, List<SiblingRow> all) {
    Optional<Week> first =
        all.stream().map(SiblingRow::publishedAt).min(Instant::compareTo).map(Week::of);
    List<SiblingRow> sharing =
        all.stream()
            .filter(s -> first.filter(week -> week.contains(s.publishedAt())).isPresent())
            .toList();
    if (sharing.isEmpty()) {
      return;
    }
    List<Long> shares = LargestRemainder.equally(cost, sharing.size());
    for (int i = 0; i < sharing.size(); i++) {
      byRendition.put(sharing.get(i).renditionId(), new Rupiah(shares.get(i)));
    }
  }

  Optional<Rupiah> of(UUID rendition) {
    return Optional.ofNullable(byRendition.get(rendition));
  }
}
