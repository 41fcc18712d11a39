package id.gaung.media;

import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/** Brings any decoded image to sRGB with eight bits a channel. */
final class Srgb {

  private Srgb() {}

  /** An image of type INT_ARGB if it may be seen through, else INT_RGB. */
  static BufferedImage of(BufferedImage image) {
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
