package id.gaung.media;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.stream.ImageInputStream;

/**
 * What a photo's container tells without decoding: whether the file is all there, and its EXIF. The
 * decoders forgive a file that was cut off and fill the rest with grey, so this must be known
 * first.
 *
 * @param exif the TIFF structure inside, if there is one
 */
record PhotoStructure(boolean whole, Optional<byte[]> exif) {

  private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0, 0};
  private static final int START_OF_SCAN = 0xDA;
  private static final int END_OF_IMAGE = 0xD9;
  private static final int APP1 = 0xE1;

  static PhotoStructure read(ImageInputStream in, PhotoFormat format) throws IOException {
    in.seek(0);
    in.setByteOrder(ByteOrder.BIG_ENDIAN);
    try {
      return switch (format) {
        case JPEG -> jpeg(in);
        case PNG -> png(in);
        case WEBP -> webp(in);
      };
    } catch (EOFException cutOff) {
      return new PhotoStructure(false, Optional.empty());
    } finally {
      in.setByteOrder(ByteOrder.BIG_ENDIAN);
    }
  }

  private static PhotoStructure jpeg(ImageInputStream in) throws IOException {
    Optional<byte[]> exif = Optional.empty();
    in.readUnsignedShort();
    while (true) {
      int marker = nextMarker(in);
      if (marker == END_OF_IMAGE) {
        return new PhotoStructure(false, exif);
      }
      int length = in.readUnsignedShort() - 2;
      long next = in.getStreamPosition() + Math.max(0, length);
      if (marker == START_OF_SCAN) {
        in.seek(next);
        return new PhotoStructure(endsWithMarker(in), exif);
      }
      if (marker == APP1 && exif.isEmpty() && length > EXIF.length) {
        exif = withoutPrefix(bytes(in, length));
      }
      in.seek(next);
    }
  }

  private static int nextMarker(ImageInputStream in) throws IOException {
    int b = in.readUnsignedByte();
    while (b != 0xFF) {
      b = in.readUnsignedByte();
    }
    while (b == 0xFF) {
      b = in.readUnsignedByte();
    }
    return b;
  }

  /** In compressed data an 0xFF is never followed by the end's 0xD9 (ITU T.81, B.1.1.5). */
  private static boolean endsWithMarker(ImageInputStream in) throws IOException {
    byte[] buffer = new byte[8192];
    boolean escaped = false;
    for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
      for (int i = 0; i < n; i++) {
        int b = buffer[i] & 0xFF;
        if (escaped && b == END_OF_IMAGE) {
          return true;
        }
        escaped = b == 0xFF;
      }
    }
    return false;
  }

  private static PhotoStructure png(ImageInputStream in) throws IOException {
    Optional<byte[]> exif = Optional.empty();
    in.seek(8);
    while (true) {
      long length = in.readUnsignedInt();
      String type = name(in);
      long next = in.getStreamPosition() + length + 4;
      if (type.equals("IEND")) {
        return new PhotoStructure(true, exif);
      }
      if (type.equals("eXIf") && length < 65_536) {
        exif = Optional.of(bytes(in, (int) length));
      }
      in.seek(next);
    }
  }

  private static PhotoStructure webp(ImageInputStream in) throws IOException {
    in.setByteOrder(ByteOrder.LITTLE_ENDIAN);
    in.seek(4);
    long end = 8 + in.readUnsignedInt();
    if (end > in.length()) {
      return new PhotoStructure(false, Optional.empty());
    }
    Optional<byte[]> exif = Optional.empty();
    long position = 12;
    while (position + 8 <= end) {
      in.seek(position);
      String type = name(in);
      long length = in.readUnsignedInt();
      if (type.equals("EXIF") && length < 65_536) {
        byte[] data = bytes(in, (int) length);
        exif = withoutPrefix(data).or(() -> Optional.of(data));
      }
      position += 8 + length + (length & 1);
    }
    return new PhotoStructure(true, exif);
  }

  private static Optional<byte[]> withoutPrefix(byte[] data) {
    boolean prefixed =
        data.length > EXIF.length
            && Arrays.equals(data, 0, EXIF.length - 1, EXIF, 0, EXIF.length - 1);
    return prefixed
        ? Optional.of(Arrays.copyOfRange(data, EXIF.length, data.length))
        : Optional.empty();
  }

  private static String name(ImageInputStream in) throws IOException {
    return new String(bytes(in, 4), java.nio.charset.StandardCharsets.US_ASCII);
  }

  private static byte[] bytes(ImageInputStream in, int length) throws IOException {
    byte[] data = new byte[length];
    in.readFully(data);
    return data;
  }
}
