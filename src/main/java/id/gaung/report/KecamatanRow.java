package id.gaung.report;

/** A kecamatan and how many UMKM it has. */
public record KecamatanRow(String code, String name, int umkm) {}
