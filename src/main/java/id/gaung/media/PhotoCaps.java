package id.gaung.media;

/**
 * How large photos may be. Measured with each format at its cap on a heap of 350 MB, of which the
 * rest of the product holds 100: whoever raises one of these measures again.
 */
final class PhotoCaps {

  /** Of a file. */
  static final long BYTES = 24L * 1024 * 1024;

  /** A small file may unfold into gigabytes, so this is checked in the header, before decoding. */
  static final long PIXELS = 120_000_000;

  /** The same for files whose decoder holds the whole picture at once. */
  static final long HEAVY_PIXELS = 40_000_000;

  /**
   * Above this every second (third…) pixel is skipped while reading, line by line. What remains is
   * still more than any network shows. Bringing it to sRGB, upright and to its size takes some
   * three times as much.
   */
  static final long DECODED_BYTES = 50_000_000;

  /** Of decoded pixels at once, in megabytes; what is drawn from them comes on top. */
  static final int DESK_MEGABYTES = 60;

  private PhotoCaps() {}
}
