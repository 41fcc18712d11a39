package id.gaung.report;

import java.util.UUID;

/** An UMKM that was registered at the week's end: the rows behind the count of its kecamatan. */
public record UmkmLine(UUID umkmId, String umkm, String kecamatanCode) {}
