package id.gaung.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * A picture of a product that does not exist, drawn as what its name says: food on a plate, a
 * drink, cloth or a craft, on a table in the light of a window. Wall and colours follow from the
 * name, so that every picture of a product shows the same thing; the number only moves it a little.
 * No letters, since a small server may have no fonts.
 */
final class DrawnPhoto {

  /** What everything is measured in. */
  private static final int SIZE = 1080;

  /** Wide enough for every network as it is, and for a page. */
  private static final int PIXELS = 810;

  private static final int TABLE = 600;

  /** Light and shade of a wall. */
  private static final int[][] WALLS = {
    {0xF6EEE2, 0xE2CFB6}, {0xE3ECE0, 0xBDD0BB}, {0xE0E9EE, 0xB4C7D3},
    {0xF6E4DB, 0xDFBFB0}, {0xDCECEA, 0xA5C8C4}, {0xF5EBCB, 0xE0CB90}
  };

  /** Far and near edge of a table. */
  private static final int[][] TABLES = {
    {0xC79A6B, 0x8E6239}, {0xDDBF98, 0xB48B5C}, {0xF1EDE6, 0xCFC6B8}, {0x9C7350, 0x5F4029}
  };

  private DrawnPhoto() {}

  /** A square JPEG. The same name and number give the same picture. */
  static byte[] of(String name, int number) {
    int look = Math.floorMod(name.hashCode() * 31, 997);
    Random random = new Random(31L * name.hashCode() + number);
    BufferedImage image = new BufferedImage(PIXELS, PIXELS, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = graphics(image);
    g.scale((double) PIXELS / SIZE, (double) PIXELS / SIZE);
    BufferedImage room = room(WALLS[look % WALLS.length], TABLES[look % TABLES.length], random);
    g.drawImage(room, 0, 0, SIZE, SIZE, null);
    double scale = 0.98 + random.nextDouble() * 0.14;
    g.translate(SIZE / 2.0 + random.nextInt(90) - 45, 800 + random.nextInt(50));
    g.scale(Math.floorMod(number, 2) == 0 ? scale : -scale, scale);
    thing(g, name.toLowerCase(Locale.ROOT), random);
    g.dispose();
    try {
      ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
      ImageIO.write(image, "jpeg", jpeg);
      return jpeg.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Drawn about the middle of where it stands, up to 500 to each side and 600 high. */
  private static void thing(Graphics2D g, String name, Random random) {
    DrawnDrink drink = new DrawnDrink(g, random);
    DrawnCraft craft = new DrawnCraft(g, random);
    if (name.contains("kemeja")) {
      craft.shirt();
    } else if (name.contains("kain")) {
      craft.cloth();
    } else if (name.contains("keranjang")) {
      craft.basket();
    } else if (name.contains("tas ")) {
      craft.bag();
    } else if (name.contains("kopi")) {
      drink.glass();
    } else if (name.contains("sirup")) {
      drink.bottle();
    } else {
      new DrawnFood(g, random).plate(name);
    }
  }

  /** Out of focus, and therefore drawn small. */
  private static BufferedImage room(int[] wall, int[] table, Random random) {
    BufferedImage room = new BufferedImage(SIZE / 4, SIZE / 4, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = graphics(room);
    g.scale(0.25, 0.25);
    g.setPaint(new GradientPaint(0, 0, new Color(wall[0]), SIZE, TABLE, new Color(wall[1])));
    g.fillRect(0, 0, SIZE, SIZE);
    // A window beside the camera: its light falls on the wall in slanted patches.
    g.setColor(new Color(0x30FFFFFF, true));
    g.fill(polygon(120, 0, 520, 0, 330, TABLE, -70, TABLE));
    g.fill(polygon(570, 0, 720, 0, 530, TABLE, 380, TABLE));
    g.setPaint(new GradientPaint(0, TABLE, new Color(table[0]), 0, SIZE, new Color(table[1])));
    g.fillRect(0, TABLE, SIZE, SIZE - TABLE);
    g.setColor(new Color(0x26000000, true));
    g.setStroke(new BasicStroke(4));
    for (int i = -4; i <= 4; i++) {
      int far = 540 + i * 190 + random.nextInt(20);
      g.drawLine(far, TABLE, 540 + (far - 540) * 2, SIZE);
    }
    g.setColor(new Color(0x50FFFFFF, true));
    g.fillRect(0, TABLE, SIZE, 6);
    Rectangle2D all = new Rectangle2D.Double(0, 0, SIZE, SIZE);
    glow(g, all, 260, 180, 760, 0x78FFF8E8, 0x00FFF8E8);
    glow(g, all, 540, 500, 860, 0x00000000, 0x46201004);
    g.dispose();
    return room;
  }

  private static Graphics2D graphics(BufferedImage image) {
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    return g;
  }

  /** The soft shade under a thing that is so wide. */
  static void shade(Graphics2D g, double width, double height) {
    AffineTransform before = g.getTransform();
    g.translate(26, 8);
    g.scale(1, height / width);
    double half = width / 2;
    glow(
        g,
        new Ellipse2D.Double(-half, -half, width, width),
        0,
        0,
        (float) half,
        0x96180C02,
        0x00180C02);
    g.setTransform(before);
  }

  static void glow(
      Graphics2D g, Shape shape, float x, float y, float radius, int inner, int outer) {
    g.setPaint(
        new RadialGradientPaint(
            x,
            y,
            radius,
            new float[] {0.35f, 1},
            new Color[] {new Color(inner, true), new Color(outer, true)}));
    g.fill(shape);
  }

  /** Corners as x and y in turn. */
  static Path2D polygon(double... corners) {
    Path2D path = new Path2D.Double();
    path.moveTo(corners[0], corners[1]);
    for (int i = 2; i < corners.length; i += 2) {
      path.lineTo(corners[i], corners[i + 1]);
    }
    path.closePath();
    return path;
  }

  /** The colour, lighter or darker by up to so much of 255. */
  static Color about(int rgb, Random random, int most) {
    int by = random.nextInt(2 * most + 1) - most;
    return new Color(
        clamp((rgb >> 16 & 255) + by), clamp((rgb >> 8 & 255) + by), clamp((rgb & 255) + by));
  }

  private static int clamp(int value) {
    return Math.max(0, Math.min(255, value));
  }

  static Shape ellipse(double x, double y, double width, double height) {
    return new Ellipse2D.Double(x - width / 2, y - height / 2, width, height);
  }

  static Path2D leaf(double x1, double y1, double x2, double y2, double wide) {
    Path2D leaf = new Path2D.Double();
    leaf.moveTo(x1, y1);
    leaf.curveTo(x1 / 2, y1 - wide, x2 / 2, y2 - wide, x2, y2);
    leaf.curveTo(x2 / 2, y2 + wide, x1 / 2, y1 + wide, x1, y1);
    return leaf;
  }
}
