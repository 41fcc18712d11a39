package id.gaung.media;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of photo that are taken. */
enum PhotoFormat {
  JPEG("image/jpeg"),
  PNG("image/png"),
  WEBP("image/webp"),
  /** Its first picture alone. */
  GIF("image/gif");

  private final String mimeType;

  PhotoFormat(String mimeType) {
    this.mimeType = mimeType;
  }

  String mimeType() {
    return mimeType;
  }

  /** Whether it is mostly used for what was drawn with sharp edges. */
  boolean isDrawn() {
    return this == PNG || this == GIF;
  }

  static Optional<PhotoFormat> of(String mimeType) {
    return Arrays.stream(values()).filter(f -> f.mimeType.equals(mimeType)).findFirst();
  }
}
