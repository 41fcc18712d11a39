package id.gaung.media;

import id.gaung.media.PhotoPixels.UnfitPhoto;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The pixels of a JPEG (ITU T.81, annex B): frame, tables, scans, the profile of its colours. */
final class JpegPixels {

  private static final int MOST_SCANS = 64;

  /** Bytes between segments that belong to none; some cameras write a few. */
  private static final int MOST_GARBAGE = 4096;

  private static final int SOI = 0xD8;
  private static final int EOI = 0xD9;
  private static final int SOS = 0xDA;
  private static final int APP0 = 0xE0;
  private static final int APP1 = 0xE1;
  private static final int APP2 = 0xE2;
  private static final int APP14 = 0xEE;

  private final DataInputStream in;
  private final DataOutputStream out;
  private final PhotoPixels.Parts parts = new PhotoPixels.Parts();
  private Optional<byte[]> exif = Optional.empty();
  private int garbage;
  private int scans;
  private int profileBytes;
  private int width;
  private int height;
  private int components;
  private boolean progressive;

  JpegPixels(DataInputStream in, DataOutputStream out) {
    this.in = in;
    this.out = out;
  }

  PhotoPixels copy() throws IOException {
    in.readUnsignedShort();
    out.writeShort(0xFF00 | SOI);
    boolean ended = false;
    try {
      int marker = nextMarker();
      while (marker != EOI) {
        marker = marker == SOS ? scan() : segment(marker);
      }
      ended = true;
    } catch (EOFException noEnd) {
      // The picture may be whole all the same: its decoder finds out.
      if (scans == 0) {
        throw noEnd;
      }
    }
    if (scans == 0 || width == 0) {
      throw new UnfitPhoto(ended ? "media.cut-off" : "media.broken");
    }
    out.writeShort(0xFF00 | EOI);
    return new PhotoPixels(
        ended, width, height, progressive, Math.max(3, components), exif, Optional.empty());
  }

  private int nextMarker() throws IOException {
    int b = in.readUnsignedByte();
    while (b != 0xFF) {
      count();
      b = in.readUnsignedByte();
    }
    while (b == 0xFF) {
      count();
      b = in.readUnsignedByte();
    }
    return b;
  }

  private void count() throws UnfitPhoto {
    garbage++;
    if (garbage > MOST_GARBAGE + PhotoPixels.MOST_PARTS) {
      throw new UnfitPhoto("media.broken");
    }
  }

  private int segment(int marker) throws IOException {
    parts.next();
    if (marker == 0 || marker == 1 || (marker >= 0xD0 && marker <= SOI)) {
      return nextMarker();
    }
    int length = in.readUnsignedShort() - 2;
    if (length < 0) {
      throw new UnfitPhoto("media.broken");
    }
    byte[] data = PhotoPixels.bytes(in, length);
    if (isFrame(marker)) {
      frame(marker, data);
    }
    if (marker == APP1 && exif.isEmpty() && startsWith(data, "Exif\0\0")) {
      exif = Optional.of(Arrays.copyOfRange(data, 6, data.length));
    }
    byte[] kept = kept(marker, data);
    if (kept.length > 0) {
      write(marker, kept);
    }
    return nextMarker();
  }

  /** What the decoder needs: tables, and what says how the numbers are colours. */
  private byte[] kept(int marker, byte[] data) throws UnfitPhoto {
    if (marker == APP0 && startsWith(data, "JFIF\0") && data.length >= 14) {
      byte[] head = Arrays.copyOf(data, 14);
      // Without the small picture inside.
      head[12] = 0;
      head[13] = 0;
      return head;
    }
    if (marker == APP2 && startsWith(data, "ICC_PROFILE\0")) {
      profileBytes += data.length;
      if (profileBytes > PhotoPixels.MOST_PROFILE_BYTES) {
        throw new UnfitPhoto("media.broken");
      }
      return data;
    }
    if (marker == APP14 && startsWith(data, "Adobe") && data.length >= 12) {
      return Arrays.copyOf(data, 12);
    }
    return marker < APP0 ? data : new byte[0];
  }

  private static boolean isFrame(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }

  private void frame(int marker, byte[] data) throws UnfitPhoto {
    boolean again = width > 0;
    if (again || data.length < 6) {
      throw new UnfitPhoto("media.broken");
    }
    height = ((data[1] & 0xFF) << 8) | (data[2] & 0xFF);
    width = ((data[3] & 0xFF) << 8) | (data[4] & 0xFF);
    components = data[5] & 0xFF;
    progressive = marker != 0xC0 && marker != 0xC1;
  }

  /** A scan: its header, then data in which an 0xFF stands for itself only before a zero. */
  private int scan() throws IOException {
    parts.next();
    scans++;
    if (scans > MOST_SCANS) {
      throw new UnfitPhoto("media.broken");
    }
    int length = in.readUnsignedShort() - 2;
    write(SOS, PhotoPixels.bytes(in, Math.max(0, length)));
    ByteArrayOutputStream some = new ByteArrayOutputStream(65_536);
    try {
      while (true) {
        int b = in.readUnsignedByte();
        if (b != 0xFF) {
          some.write(b);
        } else {
          int marker = in.readUnsignedByte();
          while (marker == 0xFF) {
            count();
            marker = in.readUnsignedByte();
          }
          if (marker != 0 && (marker < 0xD0 || marker > 0xD7)) {
            return marker;
          }
          some.write(0xFF);
          some.write(marker);
        }
        if (some.size() > 60_000) {
          some.writeTo(out);
          some.reset();
        }
      }
    } finally {
      some.writeTo(out);
    }
  }

  private void write(int marker, byte[] data) throws IOException {
    out.writeShort(0xFF00 | marker);
    out.writeShort(data.length + 2);
    out.write(data);
  }

  private static boolean startsWith(byte[] data, String text) {
    byte[] start = text.getBytes(StandardCharsets.US_ASCII);
    return data.length >= start.length
        && Arrays.equals(data, 0, start.length, start, 0, start.length);
  }
}
