package id.gaung.collaboration;

import id.gaung.kernel.Rupiah;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * An offer as the API tells whoever has its link.
 *
 * @param brief texts by section
 * @param briefSha256 to give back when accepting
 */
public record OfferLinkAnswer(
    Standing standing,
    OfferState state,
    String creator,
    String campaign,
    LocalDate startsOn,
    LocalDate endsOn,
    Rupiah fee,
    String message,
    Instant respondBy,
    LocalDate workEndsOn,
    int briefVersion,
    String briefSha256,
    Map<String, String> brief,
    List<DeliverableAnswer> deliverables) {

  static OfferLinkAnswer from(LinkedOffer linked, List<WorkItem> work) {
    return new OfferLinkAnswer(
        linked.standing(),
        linked.offer().state(),
        linked.creator().name(),
        linked.campaign().name(),
        linked.campaign().startsOn(),
        linked.campaign().endsOn(),
        linked.offer().fee(),
        linked.offer().message(),
        linked.offer().respondBy(),
        linked.offer().workEndsOn(),
        linked.brief().number(),
        linked.brief().sha256(),
        linked.brief().sections(),
        work.stream().map(DeliverableAnswer::from).toList());
  }
}
