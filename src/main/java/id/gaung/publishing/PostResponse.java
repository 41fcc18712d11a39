package id.gaung.publishing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A post as the API shows it.
 *
 * @param pictures of its renditions; their photos are at {@code /api/v1/photos/{id}/screen}
 */
record PostResponse(
    UUID id,
    UUID campaignId,
    Optional<UUID> deliverableId,
    List<UUID> productIds,
    Instant createdAt,
    List<RenditionResponse> renditions,
    List<RenditionPicture> pictures) {

  static PostResponse from(
      PostRow post,
      List<UUID> products,
      List<RenditionRow> renditions,
      List<RenditionPicture> pictures) {
    return new PostResponse(
        post.id(),
        post.campaignId(),
        post.deliverableId(),
        products,
        post.createdAt(),
        renditions.stream().map(RenditionResponse::from).toList(),
        pictures);
  }
}
