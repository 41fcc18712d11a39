package id.gaung.catalogue;

import id.gaung.kernel.Whatsapp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A row of {@code umkm} to be written. */
public record UmkmRow(
    UUID id,
    Optional<Nib> nib,
    String name,
    String kecamatanCode,
    Optional<Integer> kelurahanId,
    Optional<Whatsapp> whatsapp,
    Instant at,
    int version) {}
