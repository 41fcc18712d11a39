package id.gaung.report;

import id.gaung.kernel.Network;
import id.gaung.kernel.Rupiah;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One post on one channel as the report counts it: the rows behind every number.
 *
 * @param text how the text begins
 * @param publishedThisWeek whether it came out in the week
 * @param removedAt when it was found deleted, if before the week's end
 * @param hidden whether at the week's end it stood on its account and its network did not show it
 * @param beside whether it came out beside Gaung; then it has a campaign only if it was linked to
 *     one
 * @param outside whether it is on its creator's own account
 * @param cells one for each measure
 * @param followers at publication; empty if unknown
 * @param typed whether a person gave its counts, from a picture of the app, and not its network;
 *     not told by documents from before that was kept
 * @param cost its share of the creator's fee; empty if no accepted offer stands behind it
 */
public record ReportedPost(
    UUID renditionId,
    UUID postId,
    Optional<UUID> campaignId,
    Optional<String> campaign,
    UUID channelId,
    String channel,
    Network network,
    Optional<String> creator,
    String text,
    Instant publishedAt,
    boolean publishedThisWeek,
    Optional<String> url,
    Optional<Instant> removedAt,
    boolean hidden,
    boolean beside,
    boolean outside,
    Map<Measure, Cell> cells,
    Optional<Long> followers,
    Optional<Rupiah> cost,
    List<ProductShare> products,
    boolean typed) {

  public ReportedPost {
    cells = Map.copyOf(cells);
    products = List.copyOf(products);
  }

  public Cell cell(Measure measure) {
    return cells.getOrDefault(measure, Cell.missing(Why.NEVER_READ, Optional.empty()));
  }

  /** The network's page of the post, if its address is one that a browser may open. */
  public Optional<String> link() {
    return url.filter(u -> u.startsWith("https://") || u.startsWith("http://"));
  }
}
