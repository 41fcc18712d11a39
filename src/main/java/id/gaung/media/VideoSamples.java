package id.gaung.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where in the file the samples of one track lie: its tables say how many stand in each chunk, how
 * large each is and where the chunks begin (ISO/IEC 14496-12, 8.7).
 */
final class VideoSamples {

  /** Of one table; positions once a second over ten hours take a tenth of it. */
  private static final int MOST_TABLE_BYTES = 4 * 1024 * 1024;

  private final VideoBoxes boxes;
  private final FileChannel file;

  VideoSamples(VideoBoxes boxes, FileChannel file) {
    this.boxes = boxes;
    this.file = file;
  }

  /** What is done with a part of the file. */
  interface Part {
    void at(long start, long length) throws IOException;
  }

  /**
   * Names the samples of the track, chunk by chunk; not more bytes altogether than the file has.
   *
   * @throws id.gaung.kernel.Problem if they do not lie within the media data
   */
  void forEach(VideoBox media, Part part) throws IOException {
    Optional<VideoBox> info = boxes.first(media, "minf");
    Optional<VideoBox> table =
        info.isPresent() ? boxes.first(info.get(), "stbl") : Optional.empty();
    if (table.isEmpty()) {
      return;
    }
    List<VideoBox> data = boxes.all().stream().filter(b -> b.type().equals("mdat")).toList();
    ByteBuffer sizes = table(boxes.one(table.get(), "stsz"), 8);
    ByteBuffer runs = table(boxes.one(table.get(), "stsc"), 4);
    List<Long> chunks = chunks(table.get());
    int fixed = sizes.getInt(0);
    long samples = Integer.toUnsignedLong(sizes.getInt(4));
    long sample = 0;
    long left = file.size();
    for (int chunk = 0; chunk < chunks.size() && sample < samples; chunk++) {
      long length = 0;
      for (long n = inChunk(runs, chunk + 1); n > 0 && sample < samples; n--) {
        length += fixed != 0 ? Integer.toUnsignedLong(fixed) : size(sizes, sample);
        sample++;
        if (length > left) {
          throw VideoBoxes.broken();
        }
      }
      long start = chunks.get(chunk);
      long end = start + length;
      if (data.stream().noneMatch(d -> start >= d.content() && end <= d.end())) {
        throw VideoBoxes.broken();
      }
      left -= length;
      part.at(start, length);
    }
  }

  private ByteBuffer table(VideoBox box, int own) throws IOException {
    ByteBuffer content = boxes.content(box, MOST_TABLE_BYTES);
    if (content.remaining() < 4 + own) {
      throw VideoBoxes.broken();
    }
    return content.position(4).slice();
  }

  private static long size(ByteBuffer sizes, long sample) {
    long at = 8 + 4 * sample;
    if (at + 4 > sizes.limit()) {
      throw VideoBoxes.broken();
    }
    return Integer.toUnsignedLong(sizes.getInt((int) at));
  }

  private List<Long> chunks(VideoBox table) throws IOException {
    Optional<VideoBox> wide = boxes.first(table, "co64");
    ByteBuffer offsets = table(wide.isPresent() ? wide.get() : boxes.one(table, "stco"), 4);
    int each = wide.isPresent() ? 8 : 4;
    long count = Integer.toUnsignedLong(offsets.getInt());
    if (count > offsets.remaining() / each) {
      throw VideoBoxes.broken();
    }
    List<Long> chunks = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      chunks.add(each == 8 ? offsets.getLong() : Integer.toUnsignedLong(offsets.getInt()));
    }
    return chunks;
  }

  /** A run counts until the first chunk of the next one. */
  private static long inChunk(ByteBuffer runs, int chunk) {
    long count = Math.min(Integer.toUnsignedLong(runs.getInt(0)), (runs.limit() - 4) / 12);
    long found = 0;
    int low = 0;
    int high = (int) count - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (Integer.toUnsignedLong(runs.getInt(4 + 12 * middle)) <= chunk) {
        found = Integer.toUnsignedLong(runs.getInt(4 + 12 * middle + 4));
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return found;
  }
}
