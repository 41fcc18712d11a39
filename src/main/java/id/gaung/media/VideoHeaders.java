package id.gaung.media;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import org.mp4parser.IsoFile;
import org.mp4parser.boxes.iso14496.part12.MediaHeaderBox;
import org.mp4parser.boxes.iso14496.part12.MovieHeaderBox;
import org.mp4parser.boxes.iso14496.part12.TrackHeaderBox;
import org.mp4parser.support.AbstractBox;

/**
 * The headers of a video, its tracks and their media in their several versions, as isoparser reads
 * them. It gets each of them alone and only once its length is known to be sound: it believes what
 * files say of themselves.
 */
final class VideoHeaders {

  private static final int MOST_HEADER_BYTES = 256;

  private VideoHeaders() {}

  static MovieHeaderBox movie(VideoBoxes boxes, VideoBox box) throws IOException {
    return read(boxes, box, MovieHeaderBox.class);
  }

  static TrackHeaderBox track(VideoBoxes boxes, VideoBox box) throws IOException {
    return read(boxes, box, TrackHeaderBox.class);
  }

  static MediaHeaderBox media(VideoBoxes boxes, VideoBox box) throws IOException {
    return read(boxes, box, MediaHeaderBox.class);
  }

  /** By how many degrees the picture is to be turned clockwise: the nearest quarter. */
  static int rotation(TrackHeaderBox header) {
    ByteBuffer matrix = ByteBuffer.allocate(36);
    header.getMatrix().getContent(matrix);
    // Fixed point, which does not matter to the angle.
    double angle = Math.toDegrees(Math.atan2(matrix.getInt(4), matrix.getInt(0)));
    return Math.floorMod(Math.round(angle / 90), 4) * 90;
  }

  private static <T extends AbstractBox> T read(VideoBoxes boxes, VideoBox box, Class<T> type)
      throws IOException {
    ByteBuffer content = boxes.content(box, MOST_HEADER_BYTES);
    ByteBuffer alone = ByteBuffer.allocate(8 + content.remaining());
    alone.putInt(alone.capacity());
    for (char letter : box.type().toCharArray()) {
      alone.put((byte) letter);
    }
    alone.put(content);
    try (IsoFile file = new IsoFile(Channels.newChannel(new ByteArrayInputStream(alone.array())))) {
      T found = file.getBoxes(type).stream().findFirst().orElseThrow(VideoBoxes::broken);
      // It reads the fields late, which must not fail elsewhere.
      found.parseDetails();
      return found;
    } catch (RuntimeException | AssertionError unreadable) {
      // It asserts what files say where assertions are switched on.
      throw VideoBoxes.broken();
    }
  }
}
