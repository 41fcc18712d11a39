package id.gaung.media;

import id.gaung.media.PhotoPixels.UnfitPhoto;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** The pixels of a PNG (W3C, third edition): the chunks without which it cannot be drawn. */
final class PngPixels {

  private static final Set<String> NEEDED = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");
  private static final int MOST_CHUNKS = 40_000;
  private static final int MOST_EXIF_BYTES = 65_536;
  private static final int COLOUR_PALETTE = 3;

  private final DataInputStream in;
  private final DataOutputStream out;
  private final PhotoPixels.Parts parts = new PhotoPixels.Parts();
  private Optional<byte[]> exif = Optional.empty();
  private Optional<byte[]> profile = Optional.empty();
  private byte @Nullable [] header;

  PngPixels(DataInputStream in, DataOutputStream out) {
    this.in = in;
    this.out = out;
  }

  PhotoPixels copy() throws IOException {
    out.write(PhotoPixels.bytes(in, 8));
    String type = "";
    for (int chunks = 0; !type.equals("IEND"); chunks++) {
      if (chunks > MOST_CHUNKS) {
        throw new UnfitPhoto("media.broken");
      }
      type = chunk();
    }
    if (header == null) {
      throw new UnfitPhoto("media.broken");
    }
    int width = number(header, 0);
    int height = number(header, 4);
    int samples =
        switch (header[9]) {
          case 2 -> 3;
          case 4 -> 2;
          case 6 -> 4;
          default -> 1;
        };
    int bytes = Math.max(1, samples * header[8] / 8);
    return new PhotoPixels(true, width, height, header[12] != 0, Math.max(3, bytes), exif, profile);
  }

  private String chunk() throws IOException {
    int length = in.readInt();
    String type = new String(PhotoPixels.bytes(in, 4), StandardCharsets.US_ASCII);
    if (length < 0) {
      throw new UnfitPhoto("media.broken");
    }
    if (type.equals("IDAT")) {
      if (header == null) {
        throw new UnfitPhoto("media.broken");
      }
      out.writeInt(length);
      out.writeBytes(type);
      PhotoPixels.copyBytes(in, out, length + 4L);
      return type;
    }
    parts.next();
    if (NEEDED.contains(type)) {
      if (length > 1024) {
        throw new UnfitPhoto("media.broken");
      }
      byte[] data = PhotoPixels.bytes(in, length + 4);
      if (type.equals("IHDR")) {
        header(data, length);
      }
      out.writeInt(length);
      out.writeBytes(type);
      out.write(data);
    } else if (type.equals("eXIf") && length < MOST_EXIF_BYTES) {
      exif = Optional.of(PhotoPixels.bytes(in, length));
      PhotoPixels.skip(in, 4);
    } else if (type.equals("iCCP") && length < PhotoPixels.MOST_PROFILE_BYTES) {
      profile = unfolded(PhotoPixels.bytes(in, length));
      PhotoPixels.skip(in, 4);
    } else {
      PhotoPixels.skip(in, length + 4L);
    }
    return type;
  }

  private void header(byte[] data, int length) throws UnfitPhoto {
    if (header != null || length != 13 || number(data, 0) <= 0 || number(data, 4) <= 0) {
      throw new UnfitPhoto("media.broken");
    }
    header = data;
    if (data[9] == COLOUR_PALETTE && data[8] > 8) {
      throw new UnfitPhoto("media.broken");
    }
  }

  /** A name, a zero, a method, then the profile, packed; empty if it cannot be read. */
  private static Optional<byte[]> unfolded(byte[] chunk) {
    int zero = 0;
    while (zero < chunk.length && chunk[zero] != 0) {
      zero++;
    }
    if (zero + 2 >= chunk.length) {
      return Optional.empty();
    }
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(chunk, zero + 2, chunk.length - zero - 2);
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      byte[] buffer = new byte[8192];
      for (int n = inflater.inflate(buffer); n > 0; n = inflater.inflate(buffer)) {
        all.write(buffer, 0, n);
        if (all.size() > PhotoPixels.MOST_PROFILE_BYTES) {
          return Optional.empty();
        }
      }
      return Optional.of(all.toByteArray());
    } catch (DataFormatException broken) {
      return Optional.empty();
    } finally {
      inflater.end();
    }
  }

  private static int number(byte[] data, int at) {
    return ((data[at] & 0xFF) << 24)
        | ((data[at + 1] & 0xFF) << 16)
        | ((data[at + 2] & 0xFF) << 8)
        | (data[at + 3] & 0xFF);
  }
}
