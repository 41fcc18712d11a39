package id.gaung.publishing;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A rendition turned away at the last moment: held, made to wait, missed or cancelled. */
record TurnRow(
    UUID id,
    RenditionState state,
    Optional<Instant> nextAt,
    Optional<HeldReason> heldReason,
    Optional<String> reason) {}
