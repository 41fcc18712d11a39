package id.gaung.collaboration;

import id.gaung.campaign.Disclosure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A draft that a creator sent.
 *
 * @param round 1, 2, 3…
 * @param photoIds at most {@link #MOST_PHOTOS}, in their order
 * @param altTexts what describes each of the photos, in the same order
 * @param comment what staff asked for
 * @param adLine which its offer asks for as the first line
 */
public record Submission(
    UUID id,
    UUID deliverableId,
    int round,
    String caption,
    List<UUID> photoIds,
    List<String> altTexts,
    Instant submittedAt,
    Optional<ReviewDecision> decision,
    Optional<String> comment,
    Optional<UUID> decidedBy,
    Optional<Instant> decidedAt,
    String adLine) {

  /** More are not asked of a creator, and no network whose posts Gaung makes takes fewer. */
  public static final int MOST_PHOTOS = 4;

  /** The photos with their descriptions, in their order. */
  public List<DraftPhoto> photos() {
    List<DraftPhoto> photos = new ArrayList<>();
    for (int i = 0; i < photoIds.size(); i++) {
      photos.add(new DraftPhoto(photoIds.get(i), altTexts.get(i)));
    }
    return photos;
  }

  /** The first photo. */
  public Optional<UUID> photoId() {
    return photoIds.stream().findFirst();
  }

  /** Describes the first photo; empty without one. */
  public String altText() {
    return altTexts.stream().findFirst().orElse("");
  }

  /** Whether it says that it is paid, as the house rule asks. */
  public boolean isDisclosed() {
    return Disclosure.isIn(adLine, caption);
  }

  /**
   * A photo of a draft.
   *
   * @param altText describes it for those who cannot see it
   */
  public record DraftPhoto(UUID photoId, String altText) {}
}
