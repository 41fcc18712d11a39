package id.gaung.media;

import id.gaung.kernel.Problem;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import org.apache.tika.Tika;

/** Makes clean and fitting photos in the media folder. Thread-safe. */
final class PhotoStudio {

  static final long MAX_BYTES = 24L * 1024 * 1024;

  /** The longest side that is kept: more than any network shows. */
  private static final int MAX_SIDE = 4096;

  private static final float KEPT_QUALITY = 0.92f;
  private static final float[] QUALITIES = {0.9f, 0.82f, 0.74f, 0.66f, 0.58f};

  private final MediaFolder folder;
  // Decoded photos are the largest thing in memory; two at a time are enough for an office.
  private final Semaphore desk = new Semaphore(2, true);

  PhotoStudio(MediaFolder folder) {
    this.folder = folder;
  }

  /**
   * Takes a photo in, whatever its name says: upright, sRGB, at most 4096 pixels a side, and
   * encoded anew, so that nothing of the original file is left but the picture.
   *
   * @throws Problem if it is no photo, too large, or broken, for the field {@code photo}
   */
  MadePhoto clean(InputStream bytes) {
    return atDesk(
        (arrived, made) -> {
          receive(bytes, arrived);
          PhotoFormat format = judge(arrived);
          BufferedImage image = bounded(PhotoDecoder.decode(arrived, format));
          // What was drawn with sharp edges, or may be seen through, stays PNG.
          boolean lossless = format == PhotoFormat.PNG || image.getColorModel().hasAlpha();
          String mimeType = (lossless ? PhotoFormat.PNG : PhotoFormat.JPEG).mimeType();
          PhotoEncoder.write(image, mimeType, KEPT_QUALITY, made);
          return keep(made, mimeType, image);
        });
  }

  /**
   * Makes the photo fit: first by quality, then by size, until it is small enough.
   *
   * @throws Problem if even the smallest is not
   */
  MadePhoto fit(Photo photo, Fit fit) {
    return atDesk(
        (unused, made) -> {
          PhotoFormat format = PhotoFormat.of(photo.mimeType()).orElseThrow();
          BufferedImage image = PhotoDecoder.decode(folder.of(photo.sha256()), format);
          boolean jpeg = fit.makes().equals(PhotoFormat.JPEG.mimeType());
          int width = fit.maxWidth();
          while (true) {
            Canvas canvas = Canvas.of(image.getWidth(), image.getHeight(), fit, width);
            BufferedImage drawn = PhotoEncoder.onWhite(image, canvas);
            for (float quality : jpeg ? QUALITIES : new float[] {1}) {
              PhotoEncoder.write(drawn, fit.makes(), quality, made);
              if (Files.size(made) <= fit.maxBytes()) {
                return keep(made, fit.makes(), drawn);
              }
            }
            if (canvas.width() <= fit.minWidth() || canvas.width() < 16) {
              throw Problem.conflict("media.does-not-fit", fit.name());
            }
            width = Math.max(fit.minWidth(), canvas.width() * 4 / 5);
          }
        });
  }

  private static void receive(InputStream bytes, Path to) throws IOException {
    byte[] buffer = new byte[8192];
    long received = 0;
    try (OutputStream out = Files.newOutputStream(to)) {
      for (int n = bytes.read(buffer); n >= 0; n = bytes.read(buffer)) {
        received += n;
        if (received > MAX_BYTES) {
          throw Problem.invalid(
              "photo", "media.too-large", Long.toString(MAX_BYTES / (1024 * 1024)));
        }
        out.write(buffer, 0, n);
      }
    }
  }

  private PhotoFormat judge(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return PhotoFormat.of(Types.TIKA.detect(in))
          .orElseThrow(() -> Problem.invalid("photo", "media.not-a-photo"));
    }
  }

  private static BufferedImage bounded(BufferedImage image) throws IOException {
    double scale = (double) MAX_SIDE / Math.max(image.getWidth(), image.getHeight());
    return scale >= 1
        ? image
        : PhotoEncoder.scaled(
            image,
            (int) Math.max(1, Math.round(image.getWidth() * scale)),
            (int) Math.max(1, Math.round(image.getHeight() * scale)));
  }

  private MadePhoto keep(Path made, String mimeType, BufferedImage image) throws IOException {
    long bytes = Files.size(made);
    return new MadePhoto(folder.keep(made), mimeType, bytes, image.getWidth(), image.getHeight());
  }

  private MadePhoto atDesk(Work work) {
    desk.acquireUninterruptibly();
    try {
      Path first = folder.temporary();
      Path second = folder.temporary();
      try {
        return work.make(first, second);
      } finally {
        Files.deleteIfExists(first);
        Files.deleteIfExists(second);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } finally {
      desk.release();
    }
  }

  private interface Work {
    MadePhoto make(Path first, Path second) throws IOException;
  }

  /** Read on the first photo: the list of all the world's file types is long. */
  private static final class Types {
    static final Tika TIKA = new Tika();
  }
}
