package id.gaung.demo;

import static id.gaung.demo.DrawnPhoto.ellipse;
import static id.gaung.demo.DrawnPhoto.leaf;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Arc2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Random;

/** Things to eat for {@link DrawnPhoto}; the origin is where they stand. */
final class DrawnFood {

  static final int LEAF = 0x4E8B3A;

  private final Graphics2D g;
  private final Random random;

  DrawnFood(Graphics2D g, Random random) {
    this.g = g;
    this.random = random;
  }

  /** A plate with what the name says, on a leaf. */
  void plate(String name) {
    // Seen a little from above.
    g.translate(0, -40);
    g.scale(1.06, 1.26);
    DrawnPhoto.shade(g, 980, 400);
    g.setPaint(new GradientPaint(0, -180, Color.WHITE, 0, 160, new Color(0xD9D4C8)));
    g.fill(ellipse(0, -20, 860, 350));
    g.setColor(new Color(0xEDE9DF));
    g.fill(ellipse(0, -24, 640, 244));
    g.setColor(new Color(LEAF));
    g.fill(leaf(-330, -20, 330, -70, 190));
    g.setColor(new Color(0x3D7130));
    g.setStroke(new BasicStroke(5));
    g.drawLine(-320, -20, 320, -68);
    if (name.contains("abon")) {
      threads(0xB97A3C, 1_500, 42);
    } else if (name.contains("mie")) {
      threads(0xEFC763, 520, 170);
      sprigs();
    } else if (name.contains("peyek") || name.contains("keripik")) {
      crackers();
    } else if (name.contains("mantau")) {
      buns();
    } else if (name.contains("bingka")) {
      cake();
    } else if (name.contains("sambal")) {
      bowl();
    } else {
      blocks(name.contains("durian") ? 0xC98F2E : 0x7A4A2A);
    }
  }

  private void threads(int rgb, int many, int length) {
    g.setColor(new Color(rgb).darker());
    g.fill(ellipse(0, -50, 520, 170));
    g.fill(ellipse(0, -90, 380, 190));
    g.setStroke(new BasicStroke(length > 100 ? 9 : 6, BasicStroke.CAP_ROUND, 1));
    for (int i = 0; i < many; i++) {
      double angle = random.nextDouble() * Math.PI * 2;
      double away = Math.sqrt(random.nextDouble());
      double x = Math.cos(angle) * away * 250;
      double y = -60 + Math.sin(angle) * away * 70 - (1 - away) * 120;
      g.setColor(DrawnPhoto.about(rgb, random, 42));
      g.draw(
          new Arc2D.Double(
              x - length / 2.0,
              y - length / 4.0,
              length,
              length / 2.0,
              random.nextInt(360),
              90 + random.nextInt(90),
              Arc2D.OPEN));
    }
  }

  private void sprigs() {
    for (int i = 0; i < 26; i++) {
      g.setColor(DrawnPhoto.about(i % 4 == 0 ? 0xC43B2A : 0x5C9A3E, random, 20));
      double x = random.nextInt(300) - 150.0;
      double y = -100 - random.nextInt(80);
      g.fill(new RoundRectangle2D.Double(x, y, 34, 14, 12, 12));
    }
  }

  private void crackers() {
    for (int i = 0; i < 17; i++) {
      int row = i / 6;
      double x = ((i % 6 - 2.5) * 88 + random.nextInt(40) - 20) * (1 - row * 0.16);
      double y = -10 - row * 62 - random.nextInt(30);
      Shape round = ellipse(x, y, 190, 118);
      g.setColor(new Color(0x40301804, true));
      g.fill(ellipse(x + 8, y + 10, 190, 118));
      g.setPaint(
          new GradientPaint(
              0,
              (float) y - 60,
              DrawnPhoto.about(0xF0C878, random, 14),
              0,
              (float) y + 60,
              DrawnPhoto.about(0xC98A3C, random, 14)));
      g.fill(round);
      for (int n = 0; n < 9; n++) {
        g.setColor(DrawnPhoto.about(0x9A5A26, random, 30));
        g.fill(ellipse(x + random.nextInt(110) - 55, y + random.nextInt(60) - 30, 16, 11));
      }
    }
  }

  private void buns() {
    for (int i = 0; i < 9; i++) {
      int row = i < 4 ? 0 : i < 7 ? 1 : 2;
      int place = i < 4 ? i : i < 7 ? i - 4 : i - 7;
      double x = (place - (3 - row) / 2.0) * 142;
      double y = -40 - row * 82;
      g.setPaint(
          new GradientPaint(
              0,
              (float) y - 70,
              DrawnPhoto.about(0xF2CE8C, random, 8),
              0,
              (float) y + 60,
              DrawnPhoto.about(0xAE6A2A, random, 8)));
      g.fill(new RoundRectangle2D.Double(x - 72, y - 62, 144, 116, 84, 84));
      g.setColor(new Color(0x60FFFFFF, true));
      g.fill(ellipse(x - 18, y - 38, 64, 22));
    }
  }

  private void blocks(int rgb) {
    for (int i = 0; i < 10; i++) {
      int row = i < 5 ? 0 : i < 8 ? 1 : 2;
      int place = row == 0 ? i : row == 1 ? i - 5 : i - 8;
      double x = (place - (row == 0 ? 2 : row == 1 ? 1 : 0.5)) * 116 - 50 + random.nextInt(14);
      double y = -62 - row * 78;
      Color side = DrawnPhoto.about(rgb, random, 10);
      g.setColor(side.darker());
      g.fill(new RoundRectangle2D.Double(x, y, 106, 84, 18, 18));
      g.setColor(side);
      g.fill(DrawnPhoto.polygon(x + 4, y + 12, x + 26, y - 26, x + 124, y - 26, x + 102, y + 12));
      g.setColor(side.darker().darker());
      g.fill(
          DrawnPhoto.polygon(x + 104, y + 12, x + 126, y - 26, x + 126, y + 44, x + 104, y + 78));
      g.setColor(new Color(0x48FFFFFF, true));
      g.fill(DrawnPhoto.polygon(x + 30, y - 18, x + 70, y - 18, x + 54, y + 4, x + 20, y + 4));
    }
  }

  private void cake() {
    g.setPaint(new GradientPaint(-260, 0, new Color(0xC98A34), 260, 0, new Color(0x8A521C)));
    g.fill(ellipse(0, -30, 520, 200));
    g.fillRect(-260, -120, 520, 90);
    g.setPaint(new GradientPaint(0, -220, new Color(0xF3C765), 0, -20, new Color(0xD79A3C)));
    g.fill(ellipse(0, -120, 520, 200));
    g.setColor(new Color(0x70773F0C, true));
    g.setStroke(new BasicStroke(6));
    for (int i = 0; i < 4; i++) {
      double angle = i * Math.PI / 4;
      int x = (int) (Math.cos(angle) * 256);
      int y = (int) (Math.sin(angle) * 97);
      g.drawLine(-x, -120 - y, x, -120 + y);
    }
    for (int i = 0; i < 60; i++) {
      g.setColor(new Color(0x388A4A10, true));
      g.fill(ellipse(random.nextInt(400) - 200, -120 + random.nextInt(120) - 60, 46, 18));
    }
  }

  private void bowl() {
    g.setPaint(new GradientPaint(-260, 0, new Color(0x4F7C86), 260, 0, new Color(0x24474F)));
    g.fill(new Arc2D.Double(-270, -330, 540, 400, 180, 180, Arc2D.CHORD));
    g.setColor(new Color(0x8FB4BA));
    g.fill(ellipse(0, -130, 540, 170));
    g.setColor(new Color(0x8E1730));
    g.fill(ellipse(0, -126, 490, 140));
    for (int i = 0; i < 240; i++) {
      double angle = random.nextDouble() * Math.PI * 2;
      double away = Math.sqrt(random.nextDouble());
      g.setColor(DrawnPhoto.about(i % 9 == 0 ? 0xF2B54A : 0xC3243F, random, 30));
      g.fill(ellipse(Math.cos(angle) * away * 220, -130 + Math.sin(angle) * away * 56, 26, 13));
    }
  }
}
