package id.gaung.catalogue;

import id.gaung.kernel.Whatsapp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A small business. Its WhatsApp number is personal data: staff alone see it. */
public record Umkm(
    UUID id,
    Optional<Nib> nib,
    String name,
    String kecamatanCode,
    String kecamatanName,
    Optional<Integer> kelurahanId,
    Optional<String> kelurahanName,
    Optional<Whatsapp> whatsapp,
    Instant createdAt,
    Instant updatedAt,
    int version) {}
