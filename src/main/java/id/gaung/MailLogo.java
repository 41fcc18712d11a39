package id.gaung;

import id.gaung.kernel.Problem;
import id.gaung.mail.MailFeature.Picture;
import id.gaung.media.Fit;
import id.gaung.media.FittedPhoto;
import id.gaung.media.Photos;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;

/** The office's mark as messages carry it. */
final class MailLogo {

  private MailLogo() {}

  /** Empty if it cannot be read: a message without it is better than none. */
  static Optional<Picture> of(Photos photos, UUID id) {
    try {
      FittedPhoto fitted = photos.fit(id, Fit.THUMB);
      try (InputStream in = fitted.open()) {
        return Optional.of(new Picture(in.readAllBytes(), fitted.mimeType()));
      }
    } catch (IOException | Problem gone) {
      return Optional.empty();
    }
  }
}
