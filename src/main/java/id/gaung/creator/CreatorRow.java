package id.gaung.creator;

import id.gaung.kernel.Whatsapp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A row of {@code creator} to be written. */
public record CreatorRow(
    UUID id,
    String name,
    String kind,
    Whatsapp whatsapp,
    Optional<String> email,
    Optional<String> kecamatanCode,
    String note,
    boolean active,
    Instant at,
    int version) {}
