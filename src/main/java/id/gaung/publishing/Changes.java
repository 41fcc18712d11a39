package id.gaung.publishing;

import java.util.Locale;

/** The audit log's words for what happens to a rendition. */
final class Changes {

  private Changes() {}

  /** {@code rendition.published} and so on. */
  static String action(RenditionState reached) {
    return "rendition." + reached.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
