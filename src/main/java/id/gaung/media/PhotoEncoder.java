package id.gaung.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
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
        writer.write(null, new IIOImage(image, null, null), how);
      }
    } finally {
      writer.dispose();
    }
  }
}
