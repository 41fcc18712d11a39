package id.gaung.publishing;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Compose a post.
 *
 * @param deliverableId whose approved content it is; empty for a post of the office's own
 * @param campaignId needed without a deliverable
 * @param productIds what it is about; empty for all products of the campaign
 * @param renditions one per channel
 * @param confirmTwin that it is meant although a channel has this text at this time already
 */
public record ComposePost(
    Optional<UUID> deliverableId,
    Optional<UUID> campaignId,
    List<UUID> productIds,
    @NotEmpty(message = "publishing.no-channel") @Size(max = 20) List<ComposedRendition> renditions,
    boolean confirmTwin) {

  public ComposePost(
      Optional<UUID> deliverableId,
      Optional<UUID> campaignId,
      List<UUID> productIds,
      List<ComposedRendition> renditions) {
    this(deliverableId, campaignId, productIds, renditions, false);
  }

  public ComposePost {
    productIds = List.copyOf(productIds);
    renditions = List.copyOf(renditions);
  }

  /** A photo or video of the library, described for those who cannot see it. */
  public record PictureChoice(UUID photoId, String altText) {}
}
