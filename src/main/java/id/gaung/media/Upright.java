package id.gaung.media;

import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.Orientation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns a photo the way its camera was held, as EXIF tells (tag 274). */
final class Upright {

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
