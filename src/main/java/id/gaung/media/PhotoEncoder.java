package id.gaung.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageOutputStream;
import net.coobird.thumbnailator.Thumbnails;

/** Scales images and writes them into files, without any metadata. */
final class PhotoEncoder {

  private static final int QUICK_PIXELS = 2_000_000;

  private static final ColorModel BYTES =
      new ComponentColorModel(
          ColorSpace.getInstance(ColorSpace.CS_sRGB),
          false,
          false,
          Transparency.OPAQUE,
          DataBuffer.TYPE_BYTE);

  private PhotoEncoder() {}

  /** The image at another size, of the same type. */
  static BufferedImage scaled(BufferedImage image, int width, int height) throws IOException {
    if (image.getWidth() == width && image.getHeight() == height) {
      return image;
    }
    return Thumbnails.of(image)
        .forceSize(width, height)
        .imageType(image.getType())
        .asBufferedImage();
  }

  /** The image on its canvas; what is not covered, or can be seen through, is white. */
  static BufferedImage onWhite(BufferedImage image, Canvas canvas) throws IOException {
    BufferedImage drawn =
        new BufferedImage(canvas.width(), canvas.height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = drawn.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, canvas.width(), canvas.height());
    BufferedImage shown = scaled(image, canvas.pictureWidth(), canvas.pictureHeight());
    graphics.drawImage(shown, canvas.left(), canvas.top(), null);
    graphics.dispose();
    return drawn;
  }

  /**
   * Replaces the file's content.
   *
   * @param quality of JPEG, 0 to 1; PNG loses nothing
   */
  static void write(BufferedImage image, String mimeType, float quality, Path file)
      throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByMIMEType(mimeType).next();
    try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "rw")) {
      content.setLength(0);
      try (FileImageOutputStream out = new FileImageOutputStream(content)) {
        ImageWriteParam how = writer.getDefaultWriteParam();
        if (mimeType.equals(PhotoFormat.JPEG.mimeType())) {
          how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
          how.setCompressionQuality(quality);
        }
        writer.setOutput(out);
        writer.write(null, new IIOImage(inLine(image), null, null), how);
      }
    } finally {
      writer.dispose();
    }
  }

  /**
   * The same pixels as bytes, red first: those the writer copies by the line, and any others pixel
   * by pixel, which takes as long as the encoding. A large photo stays as it is, for the memory.
   */
  private static BufferedImage inLine(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    if (image.getType() != BufferedImage.TYPE_INT_RGB
        || (long) width * height > QUICK_PIXELS
        || image.getRaster().getParent() != null
        || !(image.getRaster().getDataBuffer() instanceof DataBufferInt numbers)) {
      return image;
    }
    int[] pixels = numbers.getData();
    WritableRaster raster =
        Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, height, 3, null);
    byte[] bytes = ((DataBufferByte) raster.getDataBuffer()).getData();
    for (int i = 0; i < width * height; i++) {
      bytes[3 * i] = (byte) (pixels[i] >> 16);
      bytes[3 * i + 1] = (byte) (pixels[i] >> 8);
      bytes[3 * i + 2] = (byte) pixels[i];
    }
    return new BufferedImage(BYTES, raster, false, null);
  }
}
