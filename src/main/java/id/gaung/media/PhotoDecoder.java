package id.gaung.media;

import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import com.twelvemonkeys.imageio.stream.BufferedFileImageInputStream;
import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import id.gaung.kernel.Problem;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.Orientation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a photo's pixels into an upright sRGB image, having looked at its size first. */
final class PhotoDecoder {

  /** The slowest photos of full size take some seconds. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Logger LOG = LoggerFactory.getLogger(PhotoDecoder.class);

  private static final ScheduledExecutorService WATCH =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "photo-watch");
            thread.setDaemon(true);
            return thread;
          });

  private PhotoDecoder() {}

  /**
   * What the photo takes in memory while it is decoded, in bytes; the whole of it if its decoder
   * cannot skip lines.
   *
   * @throws Problem if it has too many pixels, for the field {@code photo}
   */
  static long cost(PhotoPixels photo) {
    long every = every(photo);
    long held = photo.heavy() ? pixels(photo) : pixels(photo) / (every * every);
    return held * photo.bytesPerPixel();
  }

  /**
   * @throws Problem if it is too large or broken, for the field {@code photo}
   */
  static BufferedImage decode(Path pixels, PhotoFormat format, PhotoPixels photo) {
    int every = every(photo);
    ImageReader reader = ImageIO.getImageReadersByMIMEType(format.mimeType()).next();
    AtomicBoolean cutOff = new AtomicBoolean();
    AtomicBoolean tooLong = new AtomicBoolean();
    Future<?> watch =
        WATCH.schedule(
            () -> {
              tooLong.set(true);
              reader.abort();
            },
            PATIENCE.toSeconds(),
            TimeUnit.SECONDS);
    try (BufferedFileImageInputStream in = new BufferedFileImageInputStream(pixels.toFile())) {
      reader.setInput(in, true, true);
      if ((long) reader.getWidth(0) * reader.getHeight(0) > pixels(photo)) {
        throw Problem.invalid("photo", "media.broken");
      }
      reader.addIIOReadWarningListener(
          (source, warning) -> {
            if (warning.contains("premature end of data")) {
              cutOff.set(true);
            }
          });
      ImageReadParam how = reader.getDefaultReadParam();
      how.setSourceSubsampling(every, every, 0, 0);
      BufferedImage read = reader.read(0, how);
      if (tooLong.get()) {
        throw Problem.invalid("photo", "media.too-slow");
      }
      if (cutOff.get()) {
        throw Problem.invalid("photo", "media.cut-off");
      }
      BufferedImage image = Srgb.of(read, photo.profile());
      return photo.exif().map(exif -> Upright.of(image, exif)).orElse(image);
    } catch (Problem refused) {
      throw refused;
    } catch (IOException | RuntimeException broken) {
      // Decoders meet garbage with all kinds of exceptions; to the sender they mean one thing.
      LOG.info("A photo could not be decoded", broken);
      throw Problem.invalid("photo", photo.ended() ? "media.broken" : "media.cut-off");
    } finally {
      watch.cancel(false);
      reader.dispose();
    }
  }

  private static int every(PhotoPixels photo) {
    long pixels = pixels(photo);
    if (pixels > PhotoCaps.PIXELS) {
      throw Problem.invalid("photo", "media.too-many-pixels", millions(PhotoCaps.PIXELS));
    }
    if (photo.heavy() && pixels > PhotoCaps.HEAVY_PIXELS) {
      throw Problem.invalid("photo", "media.too-heavy", millions(PhotoCaps.HEAVY_PIXELS));
    }
    int every = 1;
    while (pixels / ((long) every * every) * photo.bytesPerPixel() > PhotoCaps.DECODED_BYTES) {
      every++;
    }
    return every;
  }

  private static long pixels(PhotoPixels photo) {
    return (long) photo.width() * photo.height();
  }

  private static String millions(long pixels) {
    return Long.toString(pixels / 1_000_000);
  }

  /** Turns a photo the way its camera was held, as EXIF tells (tag 274). */
  static final class Upright {

    private static final Logger LOG = LoggerFactory.getLogger(Upright.class);

    private Upright() {}

    static BufferedImage of(BufferedImage image, byte[] exif) {
      int orientation = orientation(exif);
      return orientation <= 1 || orientation > 8
          ? image
          : ExifFilterUtils.getFilterForOrientation(Orientation.typeOf(orientation)).apply(image);
    }

    /** A photo with broken EXIF is still a photo: it stays as it lies. */
    private static int orientation(byte[] exif) {
      try (ImageInputStream in = new ByteArrayImageInputStream(exif)) {
        Entry entry = new TIFFReader().read(in).getEntryById(TIFF.TAG_ORIENTATION);
        return entry != null && entry.getValue() instanceof Number number ? number.intValue() : 1;
      } catch (IOException | RuntimeException broken) {
        LOG.debug("EXIF cannot be read", broken);
        return 1;
      }
    }
  }
}
