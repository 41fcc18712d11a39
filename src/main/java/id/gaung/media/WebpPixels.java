package id.gaung.media;

import id.gaung.media.PhotoPixels.UnfitPhoto;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The pixels of a WebP (RFC 9649): one still picture with its transparency and its profile. */
final class WebpPixels {

  private static final Set<String> NEEDED = Set.of("VP8 ", "VP8L", "VP8X", "ALPH", "ICCP");
  private static final int MOST_BYTES = 32 * 1024 * 1024;
  private static final int ICC = 0x20;
  private static final int ALPHA = 0x10;
  private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0, 0};

  private final DataInputStream in;
  private final DataOutputStream out;
  private final PhotoPixels.Parts parts = new PhotoPixels.Parts();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
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
    while (left >= 8) {
      parts.next();
      String type = new String(PhotoPixels.bytes(in, 4), StandardCharsets.US_ASCII);
      long length = Integer.reverseBytes(in.readInt()) & 0xFFFFFFFFL;
      long padded = length + (length & 1);
      left -= 8;
      if (length > left) {
        throw new UnfitPhoto("media.cut-off");
      }
      // The last padding is left away by some.
      byte[] data = PhotoPixels.bytes(in, (int) length);
      if (padded > length && left >= padded) {
        PhotoPixels.skip(in, 1);
      }
      left -= Math.min(left, padded);
      chunk(type, data);
    }
    if (!still) {
      throw new UnfitPhoto("media.broken");
    }
    out.writeBytes("RIFF");
    out.writeInt(Integer.reverseBytes(body.size() + 4));
    out.writeBytes("WEBP");
    body.writeTo(out);
    return new PhotoPixels(true, width, height, true, 4, exif, Optional.empty());
  }

  private void chunk(String type, byte[] data) throws UnfitPhoto {
    if (type.equals("EXIF") && data.length < 65_536) {
      boolean prefixed =
          data.length > 6 && Arrays.equals(data, 0, EXIF.length, EXIF, 0, EXIF.length);
      exif = Optional.of(prefixed ? Arrays.copyOfRange(data, 6, data.length) : data);
    }
    if (!NEEDED.contains(type) || (still && type.startsWith("VP8"))) {
      return;
    }
    if (type.equals("VP8X")) {
      if (data.length < 10) {
        throw new UnfitPhoto("media.broken");
      }
      data[0] &= ICC | ALPHA;
      size(1 + number(data, 4, 3), 1 + number(data, 7, 3));
    } else if (type.equals("VP8L") && data.length >= 5) {
      int bits = number(data, 1, 4);
      size(1 + (bits & 0x3FFF), 1 + (bits >>> 14 & 0x3FFF));
      still = true;
    } else if (type.equals("VP8 ") && data.length >= 10) {
      size(number(data, 6, 2) & 0x3FFF, number(data, 8, 2) & 0x3FFF);
      still = true;
    }
    byte[] head = type.getBytes(StandardCharsets.US_ASCII);
    body.write(head, 0, 4);
    for (int shift = 0; shift < 32; shift += 8) {
      body.write(data.length >>> shift & 0xFF);
    }
    body.write(data, 0, data.length);
    if ((data.length & 1) == 1) {
      body.write(0);
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
