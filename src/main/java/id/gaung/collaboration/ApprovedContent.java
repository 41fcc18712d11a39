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

  /** What is shown: the photos, or the video alone. */
  public List<DraftPhoto> media() {
    return video.map(List::of).orElse(photos);
  }

  /** The first photo, or the video. */
  public Optional<UUID> photoId() {
    return media().stream().map(DraftPhoto::photoId).findFirst();
  }

  /** Describes it; empty without one. */
  public String altText() {
    return media().stream().map(DraftPhoto::altText).findFirst().orElse("");
  }

  /** Whether it was made for the network of that path, such as {@code bluesky}. */
  public boolean isFor(String network) {
    return networks.isEmpty() || networks.stream().anyMatch(each -> each.path().equals(network));
  }
}
