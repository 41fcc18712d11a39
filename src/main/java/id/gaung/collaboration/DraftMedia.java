package id.gaung.collaboration;

import id.gaung.collaboration.Submission.DraftPhoto;
import id.gaung.collaboration.Submissions.SentPhoto;
import id.gaung.collaboration.Submissions.SubmitDraft;
import id.gaung.collaboration.Submissions.UploadKey;
import id.gaung.kernel.FieldError;
import id.gaung.kernel.Problem;
import id.gaung.media.Library;
import id.gaung.media.MediaItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a draft shows: photos, or one video, taken in before and sent by their names. */
final class DraftMedia {

  private final Library library;
  private final UploadKey uploads;

  DraftMedia(Library library, UploadKey uploads) {
    this.library = library;
    this.uploads = uploads;
  }

  Optional<MediaItem> find(WorkItem item, String name) {
    return uploads.photo(item.deliverable().id(), name).flatMap(library::find);
  }

  /** Photos that were taken in before, each error under its place in the list. */
  List<DraftPhoto> named(WorkItem item, SubmitDraft draft) {
    List<FieldError> errors = new ArrayList<>();
    List<DraftPhoto> photos = new ArrayList<>();
    if (draft.photos().size() > Submission.MOST_PHOTOS) {
      errors.add(
          FieldError.of(
              "photos", "collaboration.photos-too-many", Integer.toString(Submission.MOST_PHOTOS)));
    }
    for (int i = 0; i < draft.photos().size(); i++) {
      SentPhoto sent = draft.photos().get(i);
      Optional<MediaItem> photo = find(item, sent.upload());
      String field = "photos[" + i + "].upload";
      if (photo.filter(MediaItem::isVideo).isPresent() && draft.photos().size() > 1) {
        errors.add(FieldError.of(field, "collaboration.video-alone"));
      }
      photo.flatMap(p -> refusal(item, p)).ifPresent(why -> errors.add(FieldError.of(field, why)));
      if (photo.isEmpty()) {
        String never = "collaboration.alt-without-photo";
        String why = sent.upload().isEmpty() ? never : "collaboration.photo-again";
        errors.add(FieldError.of(field, why));
      }
      if (sent.altText().isBlank()) {
        errors.add(FieldError.of("photos[" + i + "].altText", "collaboration.alt-required"));
      }
      photo.ifPresent(p -> photos.add(new DraftPhoto(p.id(), sent.altText().strip())));
    }
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
    return photos;
  }

  /**
   * The photos or the video, as they are.
   *
   * @throws Problem invalid if the office asked for the other medium
   */
  List<DraftPhoto> wanted(WorkItem item, List<DraftPhoto> photos) {
    for (DraftPhoto photo : photos) {
      Optional<String> why = library.find(photo.photoId()).flatMap(p -> refusal(item, p));
      if (why.isPresent()) {
        throw Problem.invalid("photo", why.get());
      }
    }
    return photos;
  }

  /** Why the office did not ask for it; empty if it did. */
  private static Optional<String> refusal(WorkItem item, MediaItem medium) {
    DeliverableFormat format = item.deliverable().format();
    boolean wanted = medium.isVideo() ? format.takesVideo() : format.takesPhotos();
    return wanted ? Optional.empty() : format.refusal();
  }

  /** Whether that is a video. */
  boolean isFilm(List<DraftPhoto> photos) {
    return photos.size() == 1
        && library.find(photos.get(0).photoId()).filter(MediaItem::isVideo).isPresent();
  }
}
