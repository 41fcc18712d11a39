package id.gaung.report;

import id.gaung.kernel.Rupiah;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What each post cost: the offer's fee shared equally among its deliverables, and the deliverable's
 * share among the channels on which it is or will be out.
 */
final class PostCosts {

  private final Map<UUID, Rupiah> byRendition = new HashMap<>();

  PostCosts(List<FeeRow> fees, List<SiblingRow> siblings) {
    Map<UUID, List<FeeRow>> byOffer = new LinkedHashMap<>();
    fees.forEach(fee -> byOffer.computeIfAbsent(fee.offerId(), o -> new ArrayList<>()).add(fee));
    Map<UUID, List<UUID>> byPost = new HashMap<>();
    siblings.forEach(
        s -> byPost.computeIfAbsent(s.postId(), p -> new ArrayList<>()).add(s.renditionId()));
    for (List<FeeRow> offer : byOffer.values()) {
      List<Long> shares = LargestRemainder.equally(offer.get(0).fee().amount(), offer.size());
      for (int i = 0; i < offer.size(); i++) {
        long share = shares.get(i);
        offer.get(i).postId().ifPresent(p -> share(share, byPost.getOrDefault(p, List.of())));
      }
    }
  }

  private void share(long cost, List<UUID> renditions) {
    if (renditions.isEmpty()) {
      return;
    }
    List<Long> shares = LargestRemainder.equally(cost, renditions.size());
    for (int i = 0; i < renditions.size(); i++) {
      byRendition.put(renditions.get(i), new Rupiah(shares.get(i)));
    }
  }

  Optional<Rupiah> of(UUID rendition) {
    return Optional.ofNullable(byRendition.get(rendition));
  }
}
