package id.gaung.media;

import id.gaung.media.PhotoPixels.UnfitPhoto;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Optional;

/**
 * The first picture of a GIF (W3C, 89a), with the colours and the transparency it is drawn with.
 * Further pictures, comments and what programs wrote stay out: what moves is taken as it stands
 * first.
 */
final class GifPixels {

  private static final int EXTENSION = 0x21;
  private static final int PICTURE = 0x2C;
  private static final int TRAILER = 0x3B;
  private static final int GRAPHIC_CONTROL = 0xF9;

  private final DataInputStream in;
  private final DataOutputStream out;
  private final PhotoPixels.Parts parts = new PhotoPixels.Parts();

  GifPixels(DataInputStream in, DataOutputStream out) {
    this.in = in;
    this.out = out;
  }

  PhotoPixels copy() throws IOException {
    byte[] head = PhotoPixels.bytes(in, 13);
    out.write(head);
    colours(head[10]);
    int block = in.readUnsignedByte();
    while (block == EXTENSION) {
      parts.next();
      extension();
      block = in.readUnsignedByte();
    }
    if (block != PICTURE) {
      throw new UnfitPhoto("media.broken");
    }
    byte[] picture = PhotoPixels.bytes(in, 9);
    out.write(PICTURE);
    out.write(picture);
    colours(picture[8]);
    out.write(in.readUnsignedByte());
    blocks(true);
    out.write(TRAILER);
    int width = number(picture, 4);
    int height = number(picture, 6);
    if (width == 0 || height == 0) {
      throw new UnfitPhoto("media.broken");
    }
    return new PhotoPixels(true, width, height, false, 4, Optional.empty(), Optional.empty());
  }

  /** A table of colours, where the flags say that one follows. */
  private void colours(int flags) throws IOException {
    if ((flags & 0x80) != 0) {
      PhotoPixels.copyBytes(in, out, 3L << ((flags & 7) + 1));
    }
  }

  private void extension() throws IOException {
    boolean needed = in.readUnsignedByte() == GRAPHIC_CONTROL;
    if (needed) {
      out.write(EXTENSION);
      out.write(GRAPHIC_CONTROL);
    }
    blocks(needed);
  }

  private void blocks(boolean needed) throws IOException {
    for (int length = in.readUnsignedByte(); ; length = in.readUnsignedByte()) {
      byte[] data = PhotoPixels.bytes(in, length);
      if (needed) {
        out.write(length);
        out.write(data);
      }
      if (length == 0) {
        return;
      }
    }
  }

  private static int number(byte[] data, int at) {
    return (data[at] & 0xFF) | (data[at + 1] & 0xFF) << 8;
  }
}
