package id.gaung.collaboration;

import id.gaung.collaboration.Submission.DraftPhoto;
import id.gaung.kernel.Network;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What may be published.
 *
 * @param photos in their order, with what describes each
 * @param video with what describes it; then there are no photos
 * @param networks it was made for; none for all on which the office publishes
 */
public record ApprovedContent(
    UUID deliverableId,
    UUID campaignId,
    String caption,
    List<DraftPhoto> photos,
    Optional<DraftPhoto> video,
    Set<Network> networks) {

  public ApprovedContent {
    photos = List.copyOf(photos);
    networks = Set.copyOf(networks);
  }

  /** The first photo. */
  public Optional<UUID> photoId() {
    return photos.stream().map(DraftPhoto::photoId).findFirst();
  }

  /** Describes the first photo; empty without one. */
  public String altText() {
    return photos.stream().map(DraftPhoto::altText).findFirst().orElse("");
  }

  /** Whether it was made for the network of that path, such as {@code bluesky}. */
  public boolean isFor(String network) {
    return networks.isEmpty() || networks.stream().anyMatch(each -> each.path().equals(network));
  }
}
