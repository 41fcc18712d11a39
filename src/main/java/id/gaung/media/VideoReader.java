package id.gaung.media;

import id.gaung.kernel.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mp4parser.boxes.iso14496.part12.MediaHeaderBox;
import org.mp4parser.boxes.iso14496.part12.MovieHeaderBox;
import org.mp4parser.boxes.iso14496.part12.TrackHeaderBox;

/**
 * Reads what a video is out of its tables. Of the file only headers are read, each within limits;
 * what is absurd, cut off or hostile is refused with a sentence.
 */
final class VideoReader {

  /** Of the tables altogether; a day of video takes less. */
  private static final long MOST_MOVIE_BYTES = 64L * 1024 * 1024;

  private static final int MOST_TRACKS = 64;
  private static final int MOST_SIDE = 16_384;
  private static final Duration LONGEST = Duration.ofHours(24);
  private static final int PIECE = 64 * 1024;

  private final VideoBoxes boxes;

  VideoReader(FileChannel file) {
    this.boxes = new VideoBoxes(file);
  }

  /**
   * @throws Problem of the field {@code file}, if it is no video that can be shown
   */
  VideoFacts read() throws IOException {
    List<VideoBox> all = boxes.all();
    if (all.stream().anyMatch(b -> b.type().equals("moof"))) {
      throw Problem.invalid("file", "media.video.fragmented");
    }
    // Whoever is still recording, or was cut off, has not written the tables.
    VideoBox movie = find(all, "moov").orElseThrow(VideoBoxes::cutOff);
    if (find(all, "mdat").isEmpty()) {
      throw VideoBoxes.cutOff();
    }
    if (movie.size() > MOST_MOVIE_BYTES) {
      throw VideoBoxes.broken();
    }
    List<VideoBox> inMovie = boxes.in(movie);
    if (find(inMovie, "mvex").isPresent()) {
      throw Problem.invalid("file", "media.video.fragmented");
    }
    MovieHeaderBox header =
        VideoHeaders.movie(boxes, find(inMovie, "mvhd").orElseThrow(VideoBoxes::broken));
    List<Track> tracks = tracks(inMovie);
    Track picture = first(tracks, "vide").orElseThrow(VideoReader::noPicture);
    Optional<Track> sound = first(tracks, "soun");
    return new VideoFacts(
        isQuickTime(find(all, "ftyp")),
        length(header, picture),
        side(picture.upright() ? picture.width() : picture.height()),
        side(picture.upright() ? picture.height() : picture.width()),
        picture.rotation(),
        rate(picture),
        codec(picture),
        sound.map(VideoReader::codec));
  }

  private static Problem noPicture() {
    return Problem.invalid("file", "media.video.no-picture");
  }

  private static Optional<VideoBox> find(List<VideoBox> boxes, String type) {
    return boxes.stream().filter(b -> b.type().equals(type)).findFirst();
  }

  private boolean isQuickTime(Optional<VideoBox> type) throws IOException {
    // Older ones say nothing.
    return type.isEmpty()
        || type.get().length() < 4
        || letters(boxes.read(type.get().content(), 4)).equals("qt  ");
  }

  private static Duration length(MovieHeaderBox header, Track picture) {
    Duration shown = duration(header.getDuration(), header.getTimescale());
    Duration length =
        shown.isZero()
            ? duration(picture.media().getDuration(), picture.media().getTimescale())
            : shown;
    if (length.isZero() || length.compareTo(LONGEST) > 0) {
      throw Problem.invalid("file", "media.video.no-length");
    }
    return length;
  }

  /** All bits set mean "unknown" in either length of the field. */
  private static Duration duration(long units, long scale) {
    if (scale <= 0 || units < 0) {
      throw VideoBoxes.broken();
    }
    boolean unknown = units == 0xFFFFFFFFL || units / scale > 10 * LONGEST.toSeconds();
    return unknown ? LONGEST.plusDays(1) : Duration.ofMillis(units * 1000 / scale);
  }

  private static int side(double length) {
    long rounded = Math.round(length);
    if (rounded < 1 || rounded > MOST_SIDE) {
      throw VideoBoxes.broken();
    }
    return (int) rounded;
  }

  private static String codec(Track track) {
    if (track.codec().equals("encv") || track.codec().equals("enca")) {
      throw Problem.invalid("file", "media.video.locked");
    }
    return track.codec();
  }

  private static double rate(Track picture) {
    double rate =
        picture.ticks() == 0
            ? 0
            : (double) picture.samples() * picture.media().getTimescale() / picture.ticks();
    return rate > 1000 ? 0 : Math.round(rate * 1000) / 1000.0;
  }

  private List<Track> tracks(List<VideoBox> inMovie) throws IOException {
    List<Track> tracks = new ArrayList<>();
    for (VideoBox box : inMovie) {
      if (box.type().equals("trak")) {
        VideoBox media = boxes.one(box, "mdia");
        String handler = handler(boxes, media);
        if (handler.equals("vide") || handler.equals("soun")) {
          tracks.add(track(box, media, handler));
        }
        if (tracks.size() > MOST_TRACKS) {
          throw VideoBoxes.broken();
        }
      }
    }
    return tracks;
  }

  private static Optional<Track> first(List<Track> tracks, String handler) {
    return tracks.stream().filter(t -> t.handler().equals(handler)).findFirst();
  }

  private Track track(VideoBox box, VideoBox media, String handler) throws IOException {
    VideoBox table = boxes.one(boxes.one(media, "minf"), "stbl");
    TrackHeaderBox header = VideoHeaders.track(boxes, boxes.one(box, "tkhd"));
    List<VideoBox> kinds = boxes.in(boxes.one(table, "stsd"), 8);
    if (kinds.isEmpty()) {
      throw VideoBoxes.broken();
    }
    VideoBox kind = kinds.get(0);
    double width = header.getWidth();
    double height = header.getHeight();
    if (handler.equals("vide") && (width < 1 || height < 1) && kind.length() >= 28) {
      ByteBuffer stored = boxes.read(kind.content() + 24, 4);
      width = Short.toUnsignedInt(stored.getShort());
      height = Short.toUnsignedInt(stored.getShort());
    }
    long[] times = times(boxes.one(table, "stts"));
    return new Track(
        handler,
        VideoHeaders.media(boxes, boxes.one(media, "mdhd")),
        kind.type(),
        width,
        height,
        VideoHeaders.rotation(header),
        times[0],
        times[1]);
  }

  /** How many samples there are and how long they last together, in units of the track. */
  private long[] times(VideoBox box) throws IOException {
    if (box.length() < 8) {
      throw VideoBoxes.broken();
    }
    long left = Integer.toUnsignedLong(boxes.read(box.content() + 4, 4).getInt());
    if (left > (box.length() - 8) / 8) {
      throw VideoBoxes.broken();
    }
    long samples = 0;
    long ticks = 0;
    for (long at = box.content() + 8; left > 0; ) {
      ByteBuffer piece = boxes.read(at, (int) Math.min(PIECE, left * 8));
      at += piece.remaining();
      left -= piece.remaining() / 8;
      while (piece.hasRemaining()) {
        long count = Integer.toUnsignedLong(piece.getInt());
        samples += count;
        ticks = Math.min(Long.MAX_VALUE / 4, ticks + count * (piece.getInt() & 0x7FFFFFFF));
      }
    }
    return new long[] {samples, Math.max(0, ticks)};
  }

  static String handler(VideoBoxes boxes, VideoBox media) throws IOException {
    VideoBox box = boxes.one(media, "hdlr");
    if (box.length() < 12) {
      throw VideoBoxes.broken();
    }
    return letters(boxes.read(box.content() + 8, 4));
  }

  private static String letters(ByteBuffer four) {
    return StandardCharsets.ISO_8859_1.decode(four).toString();
  }

  private record Track(
      String handler,
      MediaHeaderBox media,
      String codec,
      double width,
      double height,
      int rotation,
      long samples,
      long ticks) {

    boolean upright() {
      return rotation % 180 == 0;
    }
  }
}
