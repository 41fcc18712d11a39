package id.gaung.publishing;

/**
 * Do something to a rendition as its giver saw it.
 *
 * @param version refused as stale if somebody changed it since
 */
public record RenditionOrder(int version) {}
