package id.gaung.publishing;

import java.util.UUID;

/**
 * What a rendition shows, in order: photos, or one video.
 *
 * @param photoId of the library, a video's too
 */
public record RenditionPicture(
    UUID renditionId, int position, UUID photoId, String altText, boolean video) {}
