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
 * @param photoIds at most {@link #MOST_PHOTOS}, in their order, or one video
 * @param altTexts what describes each of them, in the same order
 * @param comment what staff asked for
 * @param adLine which its offer asks for as the first line
 * @param film whether it shows a video in place of photos
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
    String adLine,
    boolean film) {

  /** More are not asked of a creator, and no network whose posts Gaung makes takes fewer. */
  public static final int MOST_PHOTOS = 4;

  /** The photos with their descriptions, in their order; none of a draft with a video. */
  public List<DraftPhoto> photos() {
    return film ? List.of() : media();
  }

  /** The video with its description, of a draft that shows one. */
  public Optional<DraftPhoto> video() {
    return film ? media().stream().findFirst() : Optional.empty();
  }

  /** Photos, or the video. */
  public List<DraftPhoto> media() {
    List<DraftPhoto> photos = new ArrayList<>();
    for (int i = 0; i < photoIds.size(); i++) {
      photos.add(new DraftPhoto(photoIds.get(i), altTexts.get(i)));
    }
    return photos;
  }

  /** The first photo. */
  public Optional<UUID> photoId() {
    return photos().stream().map(DraftPhoto::photoId).findFirst();
  }

  /** Describes the first photo, or the video; empty without one. */
  public String altText() {
    return altTexts.stream().findFirst().orElse("");
  }

  /** Whether staff took it. */
  public boolean isApproved() {
    return decision.filter(ReviewDecision.APPROVED::equals).isPresent();
  }

  /** Whether it says that it is paid, as the house rule asks. */
  public boolean isDisclosed() {
    return Disclosure.isIn(adLine, caption);
  }

  /**
   * A photo of a draft, or its video.
   *
   * @param altText describes it for those who cannot see it
   */
  public record DraftPhoto(UUID photoId, String altText) {}
}
