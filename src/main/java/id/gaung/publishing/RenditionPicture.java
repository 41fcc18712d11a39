package id.gaung.publishing;

import java.util.UUID;

/** A picture of a rendition, in order. */
public record RenditionPicture(UUID renditionId, int position, UUID photoId, String altText) {}
