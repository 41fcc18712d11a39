package id.gaung.media;

import id.gaung.kernel.Problem;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The boxes of an MP4 or MOV file (ISO/IEC 14496-12), read by their headers alone: a file of any
 * size costs some kilobytes. Each box lies within the one around it, or the file is refused; their
 * number is limited over the whole file.
 */
final class VideoBoxes {

  /** Of all boxes that are looked at; a phone writes some hundred. */
  static final int MOST_BOXES = 4000;

  /** What follows the last box and is none. */
  static final String JUNK = "junk";

  private final FileChannel file;
  private int seen;

  VideoBoxes(FileChannel file) {
    this.file = file;
  }

  /**
   * The boxes of the file itself, of which the last one may go on to its end.
   *
   * @throws Problem if they do not fit into the file
   */
  List<VideoBox> all() throws IOException {
    return within(0, file.size(), true);
  }

  /** The boxes within that one, behind so many bytes of its own. */
  List<VideoBox> in(VideoBox box, int own) throws IOException {
    if (box.length() < own) {
      throw broken();
    }
    return within(box.content() + own, box.end(), false);
  }

  List<VideoBox> in(VideoBox box) throws IOException {
    return in(box, 0);
  }

  /** The first box of that type within that one. */
  Optional<VideoBox> first(VideoBox box, String type) throws IOException {
    return in(box).stream().filter(b -> b.type().equals(type)).findFirst();
  }

  /** As {@link #first}, of a box that cannot be missed. */
  VideoBox one(VideoBox box, String type) throws IOException {
    return first(box, type).orElseThrow(VideoBoxes::broken);
  }

  private List<VideoBox> within(long from, long to, boolean whole) throws IOException {
    List<VideoBox> boxes = new ArrayList<>();
    long at = from;
    while (at < to) {
      if (to - at < 8) {
        // QuickTime ends a list of user data with four zeros; some cameras fill up their files.
        if (isZero(at, to)) {
          return boxes;
        }
        throw whole ? cutOff() : broken();
      }
      if (whole && isBehindTheEnd(boxes, at, to)) {
        boxes.add(new VideoBox(JUNK, at, 0, to - at));
        return boxes;
      }
      VideoBox box = box(at, to, whole);
      boxes.add(box);
      seen++;
      if (seen > MOST_BOXES) {
        throw broken();
      }
      at = box.end();
    }
    return boxes;
  }

  /** Some programs append what is no box to a whole file; players pass over it. */
  private boolean isBehindTheEnd(List<VideoBox> boxes, long at, long to) throws IOException {
    List<String> types = boxes.stream().map(VideoBox::type).toList();
    if (!types.contains("moov") || !types.contains("mdat")) {
      return false;
    }
    ByteBuffer head = read(at, 8);
    long size = Integer.toUnsignedLong(head.getInt());
    String type = StandardCharsets.ISO_8859_1.decode(head).toString();
    boolean fits = size <= to - at && (size >= 8 || size <= 1) && isName(type);
    return !fits && !type.equals("mdat") && !type.equals("moov") && !type.equals("moof");
  }

  private VideoBox box(long at, long to, boolean whole) throws IOException {
    ByteBuffer head = read(at, (int) Math.min(16, to - at));
    long size = Integer.toUnsignedLong(head.getInt());
    byte[] letters = new byte[4];
    head.get(letters);
    String type = new String(letters, StandardCharsets.ISO_8859_1);
    int header = 8;
    if (size == 1) {
      if (head.remaining() < 8) {
        throw whole ? cutOff() : broken();
      }
      size = head.getLong();
      header = 16;
    } else if (size == 0 && whole) {
      size = to - at;
    }
    if (!isName(type) && !(type.equals("\0\0\0\0") && size == to - at)) {
      throw broken();
    }
    if (size < header) {
      throw broken();
    }
    if (size > to - at) {
      throw whole ? cutOff() : broken();
    }
    return new VideoBox(type, at, header, size);
  }

  private static boolean isName(String type) {
    return type.chars().allMatch(c -> (c >= ' ' && c < 0x7F) || c == 0xA9);
  }

  private boolean isZero(long from, long to) throws IOException {
    ByteBuffer rest = read(from, (int) (to - from));
    while (rest.hasRemaining()) {
      if (rest.get() != 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * The content of a box that is known to be small.
   *
   * @throws Problem if it is larger than that
   */
  ByteBuffer content(VideoBox box, int most) throws IOException {
    if (box.length() > most) {
      throw broken();
    }
    return read(box.content(), (int) box.length());
  }

  /** Some bytes of the file, from their beginning. */
  ByteBuffer read(long at, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (file.read(bytes, at + bytes.position()) < 0) {
        throw new EOFException("the file became shorter");
      }
    }
    return bytes.flip();
  }

  static Problem broken() {
    return Problem.invalid("file", "media.video.broken");
  }

  static Problem cutOff() {
    return Problem.invalid("file", "media.video.cut-off");
  }
}
