package id.gaung.publishing;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A rendition as the API shows it. */
record RenditionResponse(
    UUID id,
    UUID postId,
    UUID campaignId,
    UUID channelId,
    String text,
    RenditionState state,
    Instant dueAt,
    Optional<Instant> nextAt,
    Optional<HeldReason> heldReason,
    int attempts,
    Optional<String> failureKind,
    Optional<String> failureCode,
    Optional<String> reason,
    Optional<Instant> publishedAt,
    Optional<String> remoteId,
    Optional<String> url,
    int version) {

  static RenditionResponse from(RenditionRow r) {
    return new RenditionResponse(
        r.id(),
        r.postId(),
        r.campaignId(),
        r.channelId(),
        r.text(),
        r.state(),
        r.dueAt(),
        r.nextAt(),
        r.heldReason(),
        r.attempts(),
        r.failureKind(),
        r.failureCode(),
        r.reason(),
        r.publishedAt(),
        r.remoteId(),
        r.remoteUrl(),
        r.version());
  }
}
