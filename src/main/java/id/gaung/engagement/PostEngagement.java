package id.gaung.engagement;

import id.gaung.platform.Network;
import id.gaung.publishing.RemoteRendition;
import java.util.List;

/**
 * What is known of a published post.
 *
 * @param last the newest known value of each metric
 * @param readings the newest readings, newest first
 */
public record PostEngagement(
    DueWatch watch,
    RemoteRendition rendition,
    Network network,
    PostFigures figures,
    List<Snapshot> last,
    List<Snapshot> readings) {

  public PostEngagement {
    last = List.copyOf(last);
    readings = List.copyOf(readings);
  }
}
