package id.gaung.report;

import id.gaung.kernel.Network;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A post that was planned for the week and did not come out in it.
 *
 * @param dueAt when it was planned, whatever it was moved to later
 * @param reason why not, as it stood at the end of the week
 * @param detail what stood in the way: the kind of the network's refusal or what held it
 * @param at when it was cancelled or to when it was moved, or when it did come out
 * @param events what became of its plan, also after the week
 * @param publishedAt when it came out after all
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
    Optional<Instant> at,
    List<PlanEvent> events,
    Optional<Instant> publishedAt) {

  public Unpublished {
    // The first documents do not tell them.
    events = List.copyOf(Objects.requireNonNullElse(events, List.of()));
    publishedAt = Objects.requireNonNullElse(publishedAt, Optional.empty());
  }

  public enum Reason {
    /** It came out after the week had ended. */
    LATE,
    CANCELLED,
    /** A person gave it a time after the week. */
    MOVED,
    MISSED,
    FAILED,
    HELD,
    UNCERTAIN,
    RETRYING,
    /** A person is to put it out, or did so and gave no address. */
    HANDED_OVER,
    NOT_APPROVED,
    WAITING
  }
}
