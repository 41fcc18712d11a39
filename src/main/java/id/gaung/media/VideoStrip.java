package id.gaung.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes out of a video what is neither picture nor sound: where it was taken (QuickTime's ©xyz,
 * 3GPP's loci, Apple's metadata keys, XMP, tracks of positions as action cameras and drones write
 * them), and what else the camera noted. Such boxes become free space filled with zeros where they
 * are, so that nothing moves and a video of any size is done in an instant. Doing it twice, as
 * after a crash, changes nothing more.
 */
final class VideoStrip {

  private static final Set<String> IN_FILE =
      Set.of("ftyp", "moov", "mdat", "wide", "pdin", "styp", "sidx", "ssix", "prft", "mfra");
  private static final Set<String> IN_MOVIE = Set.of("mvhd", "trak", "iods");
  private static final Set<String> IN_TRACK = Set.of("tkhd", "mdia", "edts", "tapt", "load");
  private static final Set<String> IN_MEDIA = Set.of("mdhd", "hdlr", "minf", "elng");
  private static final Set<String> IN_INFO =
      Set.of("vmhd", "smhd", "gmhd", "nmhd", "hdlr", "dinf", "stbl");
  private static final Set<String> NOT_IN_TABLE = Set.of("uuid", "udta", "meta", "free", "skip");

  private static final int ZEROS = 64 * 1024;
  private static final byte[] FREE = "free".getBytes(StandardCharsets.US_ASCII);

  private final FileChannel file;
  private final VideoBoxes boxes;

  /**
   * @param file open for reading and writing
   */
  VideoStrip(FileChannel file) {
    this.file = file;
    this.boxes = new VideoBoxes(file);
  }

  /**
   * @throws id.gaung.kernel.Problem if the file is no whole video
   */
  void strip() throws IOException {
    for (VideoBox box : boxes.all()) {
      if (box.type().equals("moov")) {
        movie(box);
      } else if (!IN_FILE.contains(box.type())) {
        free(box);
      }
    }
    file.force(false);
  }

  private void movie(VideoBox movie) throws IOException {
    for (VideoBox box : boxes.in(movie)) {
      if (box.type().equals("trak")) {
        track(box);
      } else if (!IN_MOVIE.contains(box.type())) {
        free(box);
      }
    }
  }

  private void track(VideoBox track) throws IOException {
    List<VideoBox> parts = boxes.in(track);
    Optional<VideoBox> media = parts.stream().filter(p -> p.type().equals("mdia")).findFirst();
    String handler = media.isPresent() ? VideoReader.handler(boxes, media.get()) : "";
    if (!handler.equals("vide") && !handler.equals("soun")) {
      if (media.isPresent()) {
        new VideoSamples(boxes, file).forEach(media.get(), this::zero);
      }
      free(track);
      return;
    }
    keep(parts, IN_TRACK);
    for (VideoBox part : parts) {
      if (part.type().equals("mdia")) {
        List<VideoBox> inMedia = boxes.in(part);
        keep(inMedia, IN_MEDIA);
        for (VideoBox info : inMedia) {
          if (info.type().equals("minf")) {
            info(info);
          }
        }
      }
    }
  }

  private void info(VideoBox info) throws IOException {
    List<VideoBox> parts = boxes.in(info);
    keep(parts, IN_INFO);
    for (VideoBox part : parts) {
      if (part.type().equals("stbl")) {
        for (VideoBox table : boxes.in(part)) {
          if (NOT_IN_TABLE.contains(table.type())) {
            free(table);
          }
        }
      }
    }
  }

  private void keep(List<VideoBox> parts, Set<String> known) throws IOException {
    for (VideoBox part : parts) {
      if (!known.contains(part.type())) {
        free(part);
      }
    }
  }

  /** The content first: interrupted in between it is found again by its name. */
  private void free(VideoBox box) throws IOException {
    zero(box.content(), box.length());
    if (box.header() == 0) {
      write(ByteBuffer.allocate(4).putInt((int) box.size()).flip(), box.start());
    }
    write(ByteBuffer.wrap(FREE), box.start() + 4);
  }

  private void zero(long at, long length) throws IOException {
    ByteBuffer zeros = ByteBuffer.allocate((int) Math.min(ZEROS, length));
    for (long done = 0; done < length; done += zeros.limit()) {
      zeros.clear().limit((int) Math.min(zeros.capacity(), length - done));
      write(zeros, at + done);
    }
  }

  private void write(ByteBuffer bytes, long at) throws IOException {
    while (bytes.hasRemaining()) {
      file.write(bytes, at + bytes.position());
    }
  }
}
