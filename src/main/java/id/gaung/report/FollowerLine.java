package id.gaung.report;

import id.gaung.platform.Network;
import java.util.Optional;
import java.util.UUID;

/**
 * A channel's followers at both ends of the week.
 *
 * @param atStart the last count at or before the week's start, at most 72 hours old
 * @param atEnd the same for its end
 */
public record FollowerLine(
    UUID channelId, String channel, Network network, Optional<Long> atStart, Optional<Long> atEnd) {

  /** How many more; empty unless both ends are known. */
  public Optional<Long> difference() {
    return atStart.flatMap(start -> atEnd.map(end -> end - start));
  }
}
