package id.gaung.report;

import id.gaung.platform.Network;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A post that was due in the week and did not come out in it.
 *
 * @param reason why not
 * @param detail what stood in the way: the kind of the network's refusal or what held it
 * @param at when it was cancelled, or when it did come out
 */
public record Unpublished(
    UUID renditionId,
    UUID postId,
    UUID campaignId,
    String campaign,
    String channel,
    Network network,
    Instant dueAt,
    String text,
    Reason reason,
    Optional<String> detail,
    Optional<Instant> at) {

  public enum Reason {
    /** It came out after the week had ended. */
    LATE,
    CANCELLED,
    MISSED,
    FAILED,
    HELD,
    UNCERTAIN,
    RETRYING,
    NOT_APPROVED,
    WAITING
  }
}
