package id.gaung.collaboration;

import id.gaung.kernel.Network;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * One piece of content that a creator owes, as it is stored.
 *
 * @param number 1, 2, 3… within the offer
 * @param networks it is meant for, by name; none for all on which the office publishes
 * @param format what it is to show
 * @param round of the newest draft; 0 before the first
 */
public record Deliverable(
    UUID id,
    UUID offerId,
    UUID campaignId,
    UUID creatorId,
    int number,
    String title,
    LocalDate dueOn,
    List<String> networks,
    DeliverableFormat format,
    DeliverableState state,
    int round,
    int version) {

  /** The networks it is meant for; none for all on which the office publishes. */
  public Set<Network> meantFor() {
    Set<Network> meant = new TreeSet<>();
    networks.forEach(name -> meant.add(Network.valueOf(name)));
    return meant;
  }

  /** Whether it is meant for the network of that path, such as {@code bluesky}. */
  public boolean isFor(String network) {
    return networks.isEmpty() || meantFor().stream().anyMatch(each -> each.path().equals(network));
  }
}
