package id.gaung.collaboration;

import id.gaung.kernel.Network;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * What a creator's pages show of the accounts that the office publishes on, and of the posts made
 * of the creator's content. Both are known above this feature, which is given them.
 */
public interface SocialSide {

  /** How much of each connected network's room the caption takes, counted as the network counts. */
  List<Room> rooms(String caption);

  /** The networks on which the office publishes. */
  default List<Network> networks() {
    var named = rooms("").stream().flatMap(room -> Network.ofPath(room.network()).stream());
    return named.distinct().sorted().toList();
  }

  /** What a video must be on the networks that take any; the strictest of a network's accounts. */
  List<VideoLimits> videos();

  /** The posts that are out, by the deliverable they were made of; one question for all. */
  Map<UUID, List<Posted>> posted(Collection<UUID> deliverableIds);

  /**
   * The room for a text on one network.
   *
   * @param network as in addresses, such as {@code bluesky}
   */
  record Room(String network, String label, int used, int limit) {

    public int left() {
      return limit - used;
    }

    /** Less than a fifth is left, or less than 120 of a long one. */
    public boolean isScarce() {
      return left() < Math.min(limit / 5, 120);
    }
  }

  /**
   * A post that is out, or was.
   *
   * @param url where it is seen; empty if its network tells none
   * @param gone whether it stands no more; its figures are kept as they were last
   * @param counts what is known, by the metric's name in the order in which they are told
   * @param engagements empty if any part of them is not known
   */
  record Posted(
      UUID deliverableId,
      String network,
      String label,
      String account,
      Optional<String> url,
      Instant publishedAt,
      boolean gone,
      Map<String, Long> counts,
      OptionalLong views,
      OptionalLong engagements) {}
}
