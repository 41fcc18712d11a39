package id.gaung.catalogue;

/**
 * A district.
 *
 * @param code of Kemendagri, {@code 64.71.01}
 */
public record Kecamatan(String code, String name) {}
