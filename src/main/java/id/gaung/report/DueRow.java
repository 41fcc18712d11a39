package id.gaung.report;

import id.gaung.platform.Network;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A post that was due in the week, without those cancelled before it began. */
public record DueRow(
    UUID id,
    UUID postId,
    UUID campaignId,
    String campaign,
    String channel,
    Network network,
    Instant dueAt,
    String text,
    String state,
    Optional<String> heldReason,
    Optional<String> failureKind,
    Optional<Instant> publishedAt,
    Optional<Instant> cancelledAt) {}
