package id.gaung.creator;

/**
 * One creator.
 *
 * @param kecamatan the district's name; empty if it is not known
 */
public record CreatorPage(Creator creator, String kecamatan) {}
