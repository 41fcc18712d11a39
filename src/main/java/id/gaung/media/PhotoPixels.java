package id.gaung.media;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;

/**
 * What of a photo's file the decoder gets to see: its pixels, and nothing beside them. Texts,
 * thumbnails, further pictures and whatever comes after the end stay out; what is needed of the
 * rest is read here, within limits. Counting keeps files that are made of nothing but empty parts
 * from costing more than their length.
 *
 * @param ended whether the file says where it ends; cut off, if the pixels are not all there either
 * @param heavy whether decoding holds the whole picture in memory several times over
 * @param bytesPerPixel once decoded
 * @param exif the TIFF structure inside, if there is one
 * @param profile the ICC profile of a format whose decoder passes it over
 */
record PhotoPixels(
    boolean ended,
    int width,
    int height,
    boolean heavy,
    int bytesPerPixel,
    Optional<byte[]> exif,
    Optional<byte[]> profile) {

  /** Parts of a file beside its pixels; a camera writes some dozen. */
  static final int MOST_PARTS = 4000;

  /** What profiles may hold, all parts together. */
  static final int MOST_PROFILE_BYTES = 4 * 1024 * 1024;

  /**
   * Copies the pixels.
   *
   * @throws UnfitPhoto if the file is no photo of that format, whatever its first bytes say
   */
  static PhotoPixels copy(DataInputStream from, PhotoFormat format, DataOutputStream to)
      throws IOException {
    try {
      return switch (format) {
        case JPEG -> new JpegPixels(from, to).copy();
        case PNG -> new PngPixels(from, to).copy();
        case WEBP -> new WebpPixels(from, to).copy();
        case GIF -> new GifPixels(from, to).copy();
      };
    } catch (EOFException cutOff) {
      throw new UnfitPhoto("media.cut-off");
    }
  }

  /** A file that is refused, with the reason's key. */
  static final class UnfitPhoto extends IOException {
    private static final long serialVersionUID = 1L;

    UnfitPhoto(String key) {
      super(key);
    }
  }

  /** Counts parts, so that a file of a million empty ones is given up early. */
  static final class Parts {
    private int count;

    void next() throws UnfitPhoto {
      count++;
      if (count > MOST_PARTS) {
        throw new UnfitPhoto("media.broken");
      }
    }
  }

  static byte[] bytes(DataInputStream in, int length) throws IOException {
    byte[] data = new byte[length];
    in.readFully(data);
    return data;
  }

  static void copyBytes(DataInputStream in, DataOutputStream out, long length) throws IOException {
    byte[] buffer = new byte[16_384];
    for (long left = length; left > 0; ) {
      int n = (int) Math.min(buffer.length, left);
      in.readFully(buffer, 0, n);
      out.write(buffer, 0, n);
      left -= n;
    }
  }

  static void skip(DataInputStream in, long length) throws IOException {
    in.skipNBytes(length);
  }
}
