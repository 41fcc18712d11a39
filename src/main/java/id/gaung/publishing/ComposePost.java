package id.gaung.publishing;

import id.gaung.collaboration.ApprovedContent;
import id.gaung.collaboration.Submission.DraftPhoto;
import id.gaung.platform.PostText;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
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
    @NotEmpty(message = "publishing.no-channel") @Size(max = 20) List<Rendition> renditions,
    boolean confirmTwin) {

  public ComposePost(
      Optional<UUID> deliverableId,
      Optional<UUID> campaignId,
      List<UUID> productIds,
      List<Rendition> renditions) {
    this(deliverableId, campaignId, productIds, renditions, false);
  }

  public ComposePost {
    productIds = List.copyOf(productIds);
    renditions = List.copyOf(renditions);
  }

  /**
   * The post on one channel.
   *
   * @param dueAt WITA
   * @param pictures in order
   */
  public record Rendition(
      UUID channelId, String text, LocalDateTime dueAt, List<PictureChoice> pictures) {
    public Rendition {
      text = PostText.of(text);
      pictures = List.copyOf(pictures);
    }

    /**
     * Whether this is the very text that was approved, with the photos that were: all of them, or
     * the first ones where a network takes fewer.
     */
    boolean isAsApproved(ApprovedContent content) {
      List<UUID> approved = content.photos().stream().map(DraftPhoto::photoId).toList();
      List<UUID> chosen = pictures.stream().map(PictureChoice::photoId).toList();
      return text.strip().equals(PostText.of(content.caption()).strip())
          && chosen.size() <= approved.size()
          && chosen.isEmpty() == approved.isEmpty()
          && chosen.equals(approved.subList(0, chosen.size()));
    }
  }

  /** A photo of the library, described for those who cannot see it. */
  public record PictureChoice(UUID photoId, String altText) {}
}
