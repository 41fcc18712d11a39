package id.gaung.platform;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** So many of the next bytes of a stream, and no more. */
public final class Piece extends FilterInputStream {

  private long left;

  /** A part of a content, as a content of its own. */
  public static Picture.Content of(Picture.Content whole, long offset, long bytes) {
    return () -> {
      InputStream in = whole.open();
      in.skipNBytes(offset);
      return new Piece(in, bytes);
    };
  }

  private Piece(InputStream in, long bytes) {
    super(in);
    left = bytes;
  }

  @Override
  public int read() throws IOException {
    int one = left > 0 ? in.read() : -1;
    left -= one < 0 ? 0 : 1;
    return one;
  }

  @Override
  public int read(byte[] to, int at, int most) throws IOException {
    if (left <= 0) {
      return -1;
    }
    int count = in.read(to, at, (int) Math.min(most, left));
    left -= Math.max(0, count);
    return count;
  }
}
