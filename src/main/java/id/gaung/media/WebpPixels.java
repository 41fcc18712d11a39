package id.gaung.media;

import id.gaung.media.PhotoPixels.UnfitPhoto;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The pixels of a WebP (RFC 9649): one still picture with its transparency and its profile. */
final class WebpPixels {

  private static final Set<String> NEEDED = Set.of("VP8 ", "VP8L", "VP8X", "ALPH", "ICCP");
  private static final int MOST_BYTES = 32 * 1024 * 1024;
  private static final int MOST_EXIF_BYTES = 65_536;
  private static final int ICC = 0x20;
  private static final int ALPHA = 0x10;
  private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0, 0};

  private final DataInputStream in;
  private final DataOutputStream out;
  private final PhotoPixels.Parts parts = new PhotoPixels.Parts();
  private Optional<byte[]> exif = Optional.empty();
  private int width;
  private int height;
  private boolean still;

  WebpPixels(DataInputStream in, DataOutputStream out) {
    this.in = in;
    this.out = out;
  }

  PhotoPixels copy() throws IOException {
    PhotoPixels.skip(in, 4);
    long left = (Integer.reverseBytes(in.readInt()) & 0xFFFFFFFFL) - 4;
    PhotoPixels.skip(in, 4);
    if (left > MOST_BYTES) {
      throw new UnfitPhoto("media.cut-off");
    }
    out.writeBytes("RIFF");
    out.writeInt(0);
    out.writeBytes("WEBP");
    while (left >= 8) {
      parts.next();
      String type = new String(PhotoPixels.bytes(in, 4), StandardCharsets.US_ASCII);
      long length = Integer.reverseBytes(in.readInt()) & 0xFFFFFFFFL;
      long padded = length + (length & 1);
      left -= 8;
      if (length > left) {
        throw new UnfitPhoto("media.cut-off");
      }
      chunk(type, length);
      // The last padding is left away by some.
      if (padded > length && left >= padded) {
        PhotoPixels.skip(in, 1);
      }
      left -= Math.min(left, padded);
    }
    if (!still) {
      throw new UnfitPhoto("media.broken");
    }
    return new PhotoPixels(true, width, height, true, 4, exif, Optional.empty());
  }

  /** What only the end of the copy shows: how long it has become. */
  static void sayLength(Path copy) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(copy.toFile(), "rw")) {
      file.seek(4);
      file.writeInt(Integer.reverseBytes((int) file.length() - 8));
    }
  }

  /** Streamed: many large files at once must not fill the memory before their turn comes. */
  private void chunk(String type, long length) throws IOException {
    if (type.equals("EXIF") && length < MOST_EXIF_BYTES) {
      byte[] data = PhotoPixels.bytes(in, (int) length);
      boolean prefixed =
          data.length > 6 && Arrays.equals(data, 0, EXIF.length, EXIF, 0, EXIF.length);
      exif = Optional.of(prefixed ? Arrays.copyOfRange(data, 6, data.length) : data);
      return;
    }
    if (!NEEDED.contains(type) || (still && type.startsWith("VP8"))) {
      PhotoPixels.skip(in, length);
      return;
    }
    byte[] head = PhotoPixels.bytes(in, (int) Math.min(10, length));
    if (type.equals("VP8X")) {
      if (head.length < 10) {
        throw new UnfitPhoto("media.broken");
      }
      head[0] &= ICC | ALPHA;
      size(1 + number(head, 4, 3), 1 + number(head, 7, 3));
    } else if (type.equals("VP8L") && head.length >= 5) {
      int bits = number(head, 1, 4);
      size(1 + (bits & 0x3FFF), 1 + (bits >>> 14 & 0x3FFF));
      still = true;
    } else if (type.equals("VP8 ") && head.length >= 10) {
      size(number(head, 6, 2) & 0x3FFF, number(head, 8, 2) & 0x3FFF);
      still = true;
    }
    out.writeBytes(type);
    out.writeInt(Integer.reverseBytes((int) length));
    out.write(head);
    PhotoPixels.copyBytes(in, out, length - head.length);
    if ((length & 1) == 1) {
      out.write(0);
    }
  }

  /** The largest that any part of the file promises. */
  private void size(int w, int h) {
    width = Math.max(width, w);
    height = Math.max(height, h);
  }

  private static int number(byte[] data, int at, int bytes) {
    int value = 0;
    for (int i = 0; i < bytes; i++) {
      value |= (data[at + i] & 0xFF) << (8 * i);
    }
    return value;
  }
}
