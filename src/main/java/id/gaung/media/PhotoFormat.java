package id.gaung.media;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of photo that are taken. */
enum PhotoFormat {
  JPEG("image/jpeg"),
  PNG("image/png"),
  WEBP("image/webp");

  private final String mimeType;

  PhotoFormat(String mimeType) {
    this.mimeType = mimeType;
  }

  String mimeType() {
    return mimeType;
  }

  static Optional<PhotoFormat> of(String mimeType) {
    return Arrays.stream(values()).filter(f -> f.mimeType.equals(mimeType)).findFirst();
  }
}
