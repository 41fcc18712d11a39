package id.gaung.media;

import id.gaung.kernel.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.Tika;

/** Says by its bytes what a file is, whatever it is called. */
final class MediaJudge {

  /** What an iPhone makes unless told otherwise. */
  private static final Set<String> APPLES =
      Set.of("image/heic", "image/heif", "image/heic-sequence", "image/heif-sequence");

  /** Boxes with which an MP4 or a MOV begins. */
  private static final Set<String> FIRST_BOXES =
      Set.of("ftyp", "moov", "mdat", "wide", "free", "skip", "pnot");

  /** Kinds of file that are built like MP4 and hold pictures. */
  private static final Set<String> PICTURES =
      Set.of("heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1", "avif", "avis");

  private MediaJudge() {}

  /**
   * The kind of a photo.
   *
   * @throws Problem of the field {@code photo}, if it is none that is taken
   */
  static PhotoFormat photo(Path file) throws IOException {
    String type = type(file);
    return PhotoFormat.of(type)
        .orElseThrow(
            () ->
                Problem.invalid(
                    "photo", APPLES.contains(type) ? "media.heic" : "media.not-a-photo"));
  }

  /**
   * The kind of a photo; empty for what is built like a video.
   *
   * @throws Problem of the field {@code file}, if it is neither
   */
  static Optional<PhotoFormat> medium(Path file) throws IOException {
    String type = type(file);
    Optional<PhotoFormat> photo = PhotoFormat.of(type);
    if (photo.isPresent()) {
      return photo;
    }
    byte[] head = head(file);
    String first = letters(head, 4);
    String brand = first.equals("ftyp") ? letters(head, 8) : "";
    boolean apple = APPLES.contains(type) || (PICTURES.contains(brand) && !brand.startsWith("avi"));
    if (apple || PICTURES.contains(brand) || !FIRST_BOXES.contains(first)) {
      throw Problem.invalid("file", apple ? "media.heic" : "media.not-a-medium");
    }
    return Optional.empty();
  }

  private static String type(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Types.TIKA.detect(in);
    }
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(16);
    }
  }

  private static String letters(byte[] head, int at) {
    return head.length < at + 4 ? "" : new String(head, at, 4, StandardCharsets.ISO_8859_1);
  }

  /** Read on the first file: the list of all the world's file types is long. */
  private static final class Types {
    static final Tika TIKA = new Tika();
  }
}
