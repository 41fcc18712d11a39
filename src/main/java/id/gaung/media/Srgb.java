package id.gaung.media;

import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Optional;

/** Brings any decoded image to sRGB with eight bits a channel. */
final class Srgb {

  private static final int STRIPE = 64;

  private Srgb() {}

  /**
   * An image of type INT_ARGB if it may be seen through, else INT_RGB.
   *
   * @param profile what the numbers of the image mean, where its decoder passed that over; a broken
   *     one is passed over here too
   */
  static BufferedImage of(BufferedImage image, Optional<byte[]> profile) {
    BufferedImage numbers = of(image);
    if (image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_RGB) {
      profile.flatMap(Srgb::colours).ifPresent(colours -> meant(numbers, colours));
    }
    return numbers;
  }

  private static Optional<ColorSpace> colours(byte[] profile) {
    try {
      ICC_ColorSpace space = new ICC_ColorSpace(ICC_Profile.getInstance(profile));
      return space.getType() == ColorSpace.TYPE_RGB && space.getNumComponents() == 3
          ? Optional.of(space)
          : Optional.empty();
    } catch (RuntimeException broken) {
      return Optional.empty();
    }
  }

  /** Some lines at a time, so that no second picture is held. */
  private static void meant(BufferedImage image, ColorSpace colours) {
    ColorConvertOp convert =
        new ColorConvertOp(colours, ColorSpace.getInstance(ColorSpace.CS_sRGB), null);
    int width = image.getWidth();
    for (int y = 0; y < image.getHeight(); y += STRIPE) {
      int lines = Math.min(STRIPE, image.getHeight() - y);
      int[] pixels = image.getRGB(0, y, width, lines, null, 0, width);
      WritableRaster raster =
          Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, lines, 3, null);
      byte[] bytes = ((DataBufferByte) raster.getDataBuffer()).getData();
      for (int i = 0; i < pixels.length; i++) {
        bytes[3 * i] = (byte) (pixels[i] >> 16);
        bytes[3 * i + 1] = (byte) (pixels[i] >> 8);
        bytes[3 * i + 2] = (byte) pixels[i];
      }
      WritableRaster converted = convert.filter(raster, raster.createCompatibleWritableRaster());
      byte[] now = ((DataBufferByte) converted.getDataBuffer()).getData();
      for (int i = 0; i < pixels.length; i++) {
        pixels[i] =
            (pixels[i] & 0xFF000000)
                | ((now[3 * i] & 0xFF) << 16)
                | ((now[3 * i + 1] & 0xFF) << 8)
                | (now[3 * i + 2] & 0xFF);
      }
      image.setRGB(0, y, width, lines, pixels, 0, width);
    }
  }

  private static BufferedImage of(BufferedImage image) {
    ColorModel model = image.getColorModel();
    int type = model.hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
    if (image.getType() == type) {
      return image;
    }
    BufferedImage converted = new BufferedImage(image.getWidth(), image.getHeight(), type);
    ColorSpace space = model.getColorSpace();
    if (space.getType() == ColorSpace.TYPE_GRAY && !(model instanceof IndexColorModel)) {
      grey(image.getRaster(), model, converted);
    } else if (space.isCS_sRGB()) {
      Graphics2D graphics = converted.createGraphics();
      graphics.drawImage(image, 0, 0, null);
      graphics.dispose();
    } else {
      new ColorConvertOp(null).filter(image, converted);
    }
    return converted;
  }

  /** Java takes grey for linear light and would brighten it; files mean grey as screens show it. */
  private static void grey(Raster from, ColorModel model, BufferedImage to) {
    int shift = Math.max(0, model.getComponentSize(0) - 8);
    int width = from.getWidth();
    int[] line = new int[width];
    int[] grey = new int[width];
    int[] alpha = new int[width];
    for (int y = 0; y < from.getHeight(); y++) {
      from.getSamples(0, y, width, 1, 0, grey);
      if (model.hasAlpha()) {
        from.getSamples(0, y, width, 1, 1, alpha);
      }
      for (int x = 0; x < width; x++) {
        int g = grey[x] >> shift;
        int a = model.hasAlpha() ? alpha[x] >> shift : 0xFF;
        line[x] = a << 24 | g << 16 | g << 8 | g;
      }
      to.setRGB(0, y, width, 1, line, 0, width);
    }
  }
}
