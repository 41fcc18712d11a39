package id.gaung.media;

import id.gaung.kernel.Actor;
import id.gaung.kernel.Problem;
import id.gaung.web.Form;

/** A photo that comes with a form. */
public final class ChosenPhoto {

  private ChosenPhoto() {}

  /**
   * Stores a chosen photo and puts its id into the form, so that it is not lost when another field
   * is wrong; empties the id where the photo is to be taken away.
   *
   * @param file the field of the file
   * @param remove the box that takes the photo away
   * @param id the field that keeps the photo's id
   * @throws Problem if it cannot be read, or is none
   */
  public static void keep(
      Photos photos, Actor by, Form form, String file, String remove, String id) {
    if (form.has(remove, "yes")) {
      form.with(id, "");
    }
    form.file(file)
        .ifPresent(upload -> form.with(id, photos.storeBeforehand(by, upload).id().toString()));
  }
}
