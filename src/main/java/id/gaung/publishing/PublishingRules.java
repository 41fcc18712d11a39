package id.gaung.publishing;

import java.time.Duration;

/**
 * The numbers of the engine.
 *
 * @param grace how late a rendition may still go out
 * @param laneCount how many channels are served at the same time on this node
 * @param laneSize how many renditions one channel's lane holds
 * @param lease how long a claim holds without a heartbeat
 * @param heartbeat how often claims are renewed
 * @param callLimit the longest a step of publishing may take, uploads included; a claim of another
 *     node that lapsed is left alone that long before anybody asks the network, since its call may
 *     still be running
 * @param heldAgain after how long a held rendition is looked at again
 */
public record PublishingRules(
    Duration grace,
    int laneCount,
    int laneSize,
    Duration lease,
    Duration heartbeat,
    Duration callLimit,
    Duration heldAgain) {

  public static PublishingRules of(Duration grace, int laneCount) {
    return new PublishingRules(
        grace,
        laneCount,
        32,
        Duration.ofSeconds(15),
        Duration.ofSeconds(5),
        Duration.ofMinutes(4),
        Duration.ofSeconds(15));
  }
}
