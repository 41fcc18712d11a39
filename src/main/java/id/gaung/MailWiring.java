package id.gaung;

import id.gaung.audit.Foundation;
import id.gaung.identity.IdentityFeature;
import id.gaung.kernel.Problem;
import id.gaung.mail.MailFeature;
import id.gaung.mail.MailFeature.Picture;
import id.gaung.media.Fit;
import id.gaung.media.FittedPhoto;
import id.gaung.media.Photos;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;

/** Puts the outbox together with the settings and the office's mark. */
final class MailWiring {

  private MailWiring() {}

  /**
   * @param practice made-up people have no mail: nothing is sent to anybody
   */
  static MailFeature feature(
      GaungConfiguration configuration,
      boolean practice,
      Foundation foundation,
      IdentityFeature identity,
      Photos photos,
      Keys keys,
      String node) {
    return new MailFeature(
        foundation,
        identity,
        practice ? Optional.empty() : configuration.mail(),
        id -> logo(photos, id),
        configuration.publicUrl(),
        keys.forPurpose("mail links"),
        node);
  }

  /** Empty if it cannot be read: a message without it is better than none. */
  private static Optional<Picture> logo(Photos photos, UUID id) {
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
