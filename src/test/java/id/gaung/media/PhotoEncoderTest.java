package id.gaung.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoEncoderTest {

  @TempDir Path folder;

  /** The quick way through bytes changes nothing that anybody sees. */
  @ParameterizedTest
  @ValueSource(strings = {"image/jpeg", "image/png"})
  void the_same_picture_gives_the_same_file_however_its_pixels_lie(String mimeType)
      throws IOException {
    BufferedImage numbers = drawn(BufferedImage.TYPE_INT_RGB);
    BufferedImage bytes = drawn(BufferedImage.TYPE_3BYTE_BGR);

    assertThat(written(numbers, mimeType)).isEqualTo(written(bytes, mimeType));
  }

  @Test
  void a_part_of_a_picture_is_that_part() throws IOException {
    BufferedImage whole = drawn(BufferedImage.TYPE_INT_RGB);
    BufferedImage copy = new BufferedImage(100, 80, BufferedImage.TYPE_INT_RGB);
    copy.createGraphics().drawImage(whole, -200, -150, null);

    assertThat(written(whole.getSubimage(200, 150, 100, 80), "image/jpeg"))
        .isEqualTo(written(copy, "image/jpeg"));
  }

  private byte[] written(BufferedImage image, String mimeType) throws IOException {
    Path file = Files.createTempFile(folder, "photo", "");
    PhotoEncoder.write(image, mimeType, 0.9f, file);
    return Files.readAllBytes(file);
  }

  private static BufferedImage drawn(int type) {
    BufferedImage image = new BufferedImage(400, 300, type);
    Graphics2D graphics = image.createGraphics();
    graphics.setPaint(new GradientPaint(0, 0, Color.RED, 400, 300, Color.BLUE));
    graphics.fillRect(0, 0, 400, 300);
    graphics.setColor(Color.GREEN);
    graphics.fillOval(180, 100, 120, 150);
    graphics.dispose();
    return image;
  }
}
