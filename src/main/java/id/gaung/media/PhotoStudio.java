package id.gaung.media;

import id.gaung.kernel.Problem;
import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Makes clean and fitting photos in the media folder. Thread-safe. */
final class PhotoStudio {

  /** The longest side that is kept: more than any network shows. */
  private static final int MAX_SIDE = 4096;

  private static final int BUFFER = 64 * 1024;

  private static final float KEPT_QUALITY = 0.92f;
  private static final float[] QUALITIES = {0.9f, 0.82f, 0.74f, 0.66f, 0.58f};

  private final MediaFolder folder;
  private final PhotoDesk desk = new PhotoDesk();

  PhotoStudio(MediaFolder folder) {
    this.folder = folder;
  }

  /**
   * Takes a photo in, whatever its name says: upright, sRGB, at most 4096 pixels a side, and
   * encoded anew, so that nothing of the original file is left but the picture.
   *
   * @param guest whether it came by a creator's link
   * @throws Problem if it is no photo, too large, or broken, for the field {@code photo}; TOO_MANY
   *     if too many wait
   */
  MadePhoto clean(InputStream bytes, boolean guest) {
    return inFiles(
        (arrived, pixels, made) -> {
          receive(bytes, arrived);
          PhotoFormat format = MediaJudge.photo(arrived);
          PhotoPixels photo = copy(arrived, format, pixels);
          return desk.work(
              guest,
              PhotoDecoder.cost(photo),
              () -> {
                BufferedImage image = bounded(PhotoDecoder.decode(pixels, format, photo));
                // What was drawn with sharp edges, or may be seen through, stays PNG.
                boolean lossless = format.isDrawn() || image.getColorModel().hasAlpha();
                String mimeType = (lossless ? PhotoFormat.PNG : PhotoFormat.JPEG).mimeType();
                PhotoEncoder.write(image, mimeType, KEPT_QUALITY, made);
                return keep(made, mimeType, image);
              });
        });
  }

  private static PhotoPixels copy(Path arrived, PhotoFormat format, Path pixels)
      throws IOException {
    PhotoPixels photo = copyParts(arrived, format, pixels);
    if (format == PhotoFormat.WEBP) {
      WebpPixels.sayLength(pixels);
    }
    return photo;
  }

  private static PhotoPixels copyParts(Path arrived, PhotoFormat format, Path pixels)
      throws IOException {
    try (DataInputStream from =
            new DataInputStream(new BufferedInputStream(Files.newInputStream(arrived), BUFFER));
        DataOutputStream to =
            new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(pixels), BUFFER))) {
      return PhotoPixels.copy(from, format, to);
    } catch (PhotoPixels.UnfitPhoto refused) {
      throw Problem.invalid("photo", String.valueOf(refused.getMessage()));
    }
  }

  /**
   * Makes the photo fit: first by quality, then by size, until it is small enough.
   *
   * @param crop the part of it that is shown; all of it without one
   * @throws Problem if even the smallest is not
   */
  MadePhoto fit(Photo photo, Fit fit, Optional<Crop> crop) {
    PhotoFormat format = PhotoFormat.of(photo.mimeType()).orElseThrow();
    PhotoPixels kept =
        new PhotoPixels(
            true,
            photo.width(),
            photo.height(),
            false,
            format == PhotoFormat.PNG ? 4 : 3,
            Optional.empty(),
            Optional.empty());
    return inFiles(
        (unused, unusedToo, made) ->
            desk.work(
                false, PhotoDecoder.cost(kept), () -> fit(photo, format, kept, fit, crop, made)));
  }

  private MadePhoto fit(
      Photo photo, PhotoFormat format, PhotoPixels kept, Fit fit, Optional<Crop> crop, Path made)
      throws IOException {
    Path file = folder.of(photo.sha256());
    if (!Files.exists(file)) {
      // Nothing is wrong with the photo, as the decoder would say.
      throw new NoSuchFileException(file.toString());
    }
    BufferedImage decoded = PhotoDecoder.decode(file, format, kept);
    BufferedImage image = crop.map(c -> c.of(decoded)).orElse(decoded);
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
  }

  private static void receive(InputStream bytes, Path to) throws IOException {
    byte[] buffer = new byte[8192];
    long received = 0;
    try (OutputStream out = Files.newOutputStream(to)) {
      for (int n = bytes.read(buffer); n >= 0; n = bytes.read(buffer)) {
        received += n;
        if (received > PhotoCaps.BYTES) {
          throw Problem.invalid(
              "photo", "media.too-large", Long.toString(PhotoCaps.BYTES / (1024 * 1024)));
        }
        out.write(buffer, 0, n);
      }
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

  private MadePhoto inFiles(Work work) {
    try {
      Path first = folder.temporary();
      Path second = folder.temporary();
      Path third = folder.temporary();
      try {
        return work.make(first, second, third);
      } finally {
        Files.deleteIfExists(first);
        Files.deleteIfExists(second);
        Files.deleteIfExists(third);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private interface Work {
    MadePhoto make(Path first, Path second, Path third) throws IOException;
  }

  /** A file in the media folder and what it holds. */
  record MadePhoto(String sha256, String mimeType, long bytes, int width, int height) {}
}
