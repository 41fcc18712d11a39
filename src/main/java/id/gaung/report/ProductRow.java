package id.gaung.report;

import java.util.UUID;

/** A product that a post shows. */
public record ProductRow(
    UUID postId,
    UUID productId,
    String product,
    UUID umkmId,
    String umkm,
    String kecamatanCode,
    String kecamatan) {}
