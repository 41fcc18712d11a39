package id.gaung.demo;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * A picture of a product that does not exist: a plate, a cloth or a cup on a table, drawn in
 * colours that follow from its name. No letters, since a small server may have no fonts.
 */
final class DrawnPhoto {

  /** Wide enough for every network as it is. */
  private static final int SIZE = 1080;

  private DrawnPhoto() {}

  /** A square JPEG. The same name and number give the same picture. */
  static byte[] of(String name, int number) {
    Random random = new Random(31L * name.hashCode() + number);
    BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    float hue = random.nextFloat();
    g.setPaint(
        new GradientPaint(
            0,
            0,
            Color.getHSBColor(hue, 0.25f, 0.95f),
            SIZE,
            SIZE,
            Color.getHSBColor(hue + 0.1f, 0.55f, 0.65f)));
    g.fillRect(0, 0, SIZE, SIZE);
    table(g, random);
    plate(g, random, hue);
    g.dispose();
    try {
      ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
      ImageIO.write(image, "jpeg", jpeg);
      return jpeg.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  static InputStream stream(String name, int number) {
    return new ByteArrayInputStream(of(name, number));
  }

  private static void table(Graphics2D g, Random random) {
    g.setColor(Color.getHSBColor(0.08f, 0.45f, 0.55f + random.nextFloat() * 0.2f));
    Path2D table = new Path2D.Float();
    table.moveTo(0, SIZE * 0.62);
    table.curveTo(SIZE * 0.3, SIZE * 0.56, SIZE * 0.7, SIZE * 0.68, SIZE, SIZE * 0.6);
    table.lineTo(SIZE, SIZE);
    table.lineTo(0, SIZE);
    table.closePath();
    g.fill(table);
  }

  private static void plate(Graphics2D g, Random random, float hue) {
    double x = SIZE * (0.42 + random.nextDouble() * 0.16);
    double y = SIZE * 0.6;
    g.setColor(new Color(0, 0, 0, 60));
    g.fill(new Ellipse2D.Double(x - 330, y - 90, 680, 330));
    g.setColor(new Color(250, 248, 240));
    g.fill(new Ellipse2D.Double(x - 330, y - 130, 660, 330));
    g.setColor(new Color(225, 222, 210));
    g.fill(new Ellipse2D.Double(x - 250, y - 90, 500, 240));
    for (int i = 0; i < 26; i++) {
      double angle = random.nextDouble() * Math.PI * 2;
      double away = Math.sqrt(random.nextDouble());
      double size = 50 + random.nextDouble() * 70;
      g.setColor(
          Color.getHSBColor(
              hue + 0.45f + random.nextFloat() * 0.12f, 0.7f, 0.55f + random.nextFloat() * 0.4f));
      g.fill(
          new Ellipse2D.Double(
              x + Math.cos(angle) * away * 200 - size / 2,
              y - 10 + Math.sin(angle) * away * 90 - size / 2,
              size,
              size * 0.8));
    }
  }
}
