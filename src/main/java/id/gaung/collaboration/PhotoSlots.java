package id.gaung.collaboration;

import id.gaung.collaboration.Submission.DraftPhoto;
import id.gaung.collaboration.Submissions.SentPhoto;
import id.gaung.collaboration.Submissions.SubmitDraft;
import id.gaung.kernel.FieldError;
import id.gaung.kernel.Problem;
import id.gaung.web.Form;
import id.gaung.web.Upload;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The places for photos in the form of a draft: in each a file, or the name of a photo that was
 * taken in before, and its description.
 */
final class PhotoSlots {

  static final int SLOTS = Submission.MOST_PHOTOS;

  private static final String PHOTO = "photo";
  private static final String UPLOAD = "upload";
  private static final String ALT = "altText";
  private static final Pattern OF_LIST = Pattern.compile("photos\\[([0-9]+)]\\.(upload|altText)");

  private PhotoSlots() {}

  /** The first place's fields have the plain names, those of the others carry their number. */
  static String field(String name, int slot) {
    return slot == 0 ? name : name + (slot + 1);
  }

  /** A form with the newest draft, whose photos are taken again unless they are unticked. */
  static Form of(Submissions submissions, WorkItem item) {
    Form form = Form.empty();
    item.last().ifPresent(last -> form.with("caption", last.caption()));
    List<DraftPhoto> photos = item.lastMedia();
    for (int i = 0; i < photos.size(); i++) {
      form.with(field(UPLOAD, i), submissions.name(item, photos.get(i).photoId()));
      form.with(field(ALT, i), photos.get(i).altText());
    }
    return form;
  }

  /**
   * The only photo of a form that carries one.
   *
   * @throws Problem of the field, if there is none
   */
  static Upload photo(Form form) {
    return form.file(PHOTO).orElseThrow(() -> Problem.invalid(PHOTO, "field.required"));
  }

  /**
   * Takes the files in and writes their names into the form. Every file that is a photo is kept,
   * also when another is not.
   */
  static void keep(Form form, Function<Upload, String> store) {
    List<FieldError> errors = new ArrayList<>();
    for (int i = 0; i < SLOTS; i++) {
      String field = field(PHOTO, i);
      int slot = i;
      try {
        form.file(field).ifPresent(file -> form.with(field(UPLOAD, slot), store.apply(file)));
      } catch (Problem refused) {
        if (refused.errors().isEmpty()) {
          throw refused;
        }
        refused.errors().forEach(e -> errors.add(new FieldError(field, e.key(), e.args())));
      }
    }
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
  }

  /** Sends what stands in the form; what is wrong is named by the fields of its place. */
  static void submit(Form form, Consumer<SubmitDraft> send) {
    close(form);
    List<SentPhoto> photos = new ArrayList<>();
    for (int i = 0; i < SLOTS; i++) {
      String upload = form.value(field(UPLOAD, i));
      String altText = form.value(field(ALT, i));
      if (!upload.isEmpty() || !altText.isEmpty()) {
        photos.add(new SentPhoto(upload, altText));
      }
    }
    try {
      SubmitDraft draft = form.as(SubmitDraft.class);
      // As a form of earlier days asks: with the photos of the draft before.
      boolean old = draft.keepPhoto() && photos.stream().allMatch(p -> p.upload().isEmpty());
      send.accept(old ? draft : draft.with(photos));
    } catch (Problem refused) {
      throw refused.errors().isEmpty()
          ? refused
          : Problem.invalid(refused.errors().stream().map(PhotoSlots::placed).toList());
    }
  }

  /** The names that stand in the form. */
  static List<String> uploads(Form form) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < SLOTS; i++) {
      names.add(form.value(field(UPLOAD, i)));
    }
    names.removeIf(String::isEmpty);
    return names;
  }

  /** Takes out the names of photos that are no longer there. */
  static void drop(Form form, Predicate<String> gone) {
    for (int i = 0; i < SLOTS; i++) {
      String upload = form.value(field(UPLOAD, i));
      if (!upload.isEmpty() && gone.test(upload)) {
        form.with(field(UPLOAD, i), "");
      }
    }
  }

  private static void close(Form form) {
    int to = 0;
    for (int from = 0; from < SLOTS; from++) {
      String upload = form.value(field(UPLOAD, from));
      String altText = form.value(field(ALT, from));
      if (upload.isEmpty() && altText.isEmpty()) {
        continue;
      }
      form.with(field(UPLOAD, from), "").with(field(ALT, from), "");
      form.with(field(UPLOAD, to), upload).with(field(ALT, to), altText);
      to++;
    }
  }

  private static FieldError placed(FieldError error) {
    Matcher of = OF_LIST.matcher(error.field());
    if (error.field().equals("photos")) {
      return new FieldError(PHOTO, error.key(), error.args());
    }
    if (!of.matches()) {
      return error;
    }
    String name = of.group(2).equals(UPLOAD) ? PHOTO : ALT;
    return new FieldError(field(name, Integer.parseInt(of.group(1))), error.key(), error.args());
  }
}
