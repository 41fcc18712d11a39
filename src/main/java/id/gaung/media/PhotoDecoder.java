package id.gaung.media;

import id.gaung.kernel.Problem;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a photo's file into an upright sRGB image, having looked at its size first. */
final class PhotoDecoder {

  /** A small file may unfold into gigabytes, so this is checked in the header, before decoding. */
  static final long MAX_PIXELS = 60_000_000;

  // Above this every second pixel is skipped while reading, so that one photo takes at most about
  // 100 MB of memory per copy. What remains is still more than any network shows.
  private static final long FULL_PIXELS = 24_000_000;
  private static final Logger LOG = LoggerFactory.getLogger(PhotoDecoder.class);

  private PhotoDecoder() {}

  /**
   * @throws Problem if it is too large or broken, for the field {@code photo}
   */
  static BufferedImage decode(Path file, PhotoFormat format) {
    ImageReader reader = ImageIO.getImageReadersByMIMEType(format.mimeType()).next();
    try (FileImageInputStream in = new FileImageInputStream(file.toFile())) {
      PhotoStructure structure = PhotoStructure.read(in, format);
      in.seek(0);
      reader.setInput(in, true, false);
      ImageReadParam how = reader.getDefaultReadParam();
      int every = every((long) reader.getWidth(0) * reader.getHeight(0));
      if (!structure.whole()) {
        throw Problem.invalid("photo", "media.cut-off");
      }
      how.setSourceSubsampling(every, every, 0, 0);
      BufferedImage image = Srgb.of(reader.read(0, how));
      return structure.exif().map(exif -> Upright.of(image, exif)).orElse(image);
    } catch (Problem refused) {
      throw refused;
    } catch (IOException | RuntimeException broken) {
      // Decoders meet garbage with all kinds of exceptions; to the sender they mean one thing.
      LOG.info("A photo could not be decoded", broken);
      throw Problem.invalid("photo", "media.broken");
    } finally {
      reader.dispose();
    }
  }

  private static int every(long pixels) {
    if (pixels > MAX_PIXELS) {
      throw Problem.invalid(
          "photo", "media.too-many-pixels", Long.toString(MAX_PIXELS / 1_000_000));
    }
    int every = 1;
    while (pixels / ((long) every * every) > FULL_PIXELS) {
      every++;
    }
    return every;
  }
}
