package id.gaung.catalogue;

/** A village within a district. */
public record Kelurahan(int id, String kecamatanCode, String name) {}
