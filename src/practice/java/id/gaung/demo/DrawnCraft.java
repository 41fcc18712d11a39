package id.gaung.demo;

import static id.gaung.demo.DrawnPhoto.ellipse;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Arc2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Random;

/** Cloth and crafts for {@link DrawnPhoto}; the origin is where they stand. */
final class DrawnCraft {

  private static final int INDIGO = 0x22405F;
  private static final int SOGA = 0x6B3A1E;
  private static final int GOLD = 0xE3B564;

  private final Graphics2D g;
  private final Random random;

  DrawnCraft(Graphics2D g, Random random) {
    this.g = g;
    this.random = random;
  }

  /** Batik, folded on a pile, the upper end hanging over. */
  void cloth() {
    DrawnPhoto.shade(g, 1_000, 260);
    int[] colours = {INDIGO, 0x2F7D78, SOGA};
    for (int i = 0; i < 3; i++) {
      Shape fold =
          new RoundRectangle2D.Double(-400 + i * 12, -60 - i * 104, 800 - i * 24, 110, 90, 90);
      motif(fold, colours[i], GOLD);
    }
    Path2D end = new Path2D.Double();
    end.moveTo(-250, -350);
    end.lineTo(190, -350);
    end.curveTo(230, -200, 200, -60, 226, 90);
    end.curveTo(80, 60, -90, 120, -226, 84);
    end.curveTo(-210, -60, -270, -200, -250, -350);
    motif(end, SOGA, GOLD);
  }

  /** On a hanger before the wall. */
  void shirt() {
    g.setColor(new Color(0x5A4632));
    g.setStroke(new BasicStroke(12, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.draw(new Arc2D.Double(-30, -760, 60, 60, -60, 240, Arc2D.OPEN));
    g.drawLine(0, -706, 0, -660);
    Path2D shirt =
        DrawnPhoto.polygon(
            -110, -640, -210, -605, -420, -400, -318, -290, -236, -360, -244, 60, 244, 60, 236,
            -360, 318, -290, 420, -400, 210, -605, 110, -640, 0, -560);
    g.translate(22, 26);
    g.setColor(new Color(0x34180C02, true));
    g.fill(shirt);
    g.translate(-22, -26);
    motif(shirt, INDIGO, GOLD);
    g.setColor(new Color(0x1A3049));
    g.fill(DrawnPhoto.polygon(-112, -642, 0, -560, -74, -500, -140, -628));
    g.fill(DrawnPhoto.polygon(112, -642, 0, -560, 74, -500, 140, -628));
    g.setStroke(new BasicStroke(5));
    g.drawLine(0, -560, 0, 58);
    for (int i = 0; i < 6; i++) {
      g.setColor(new Color(0xF4E6C8));
      g.fill(ellipse(14, -480 + i * 96, 20, 20));
    }
  }

  /** Rows of flowers with dots between them, as wax leaves them; a light falls on it. */
  private void motif(Shape shape, int ground, int line) {
    Shape before = g.getClip();
    g.setColor(new Color(ground));
    g.fill(shape);
    g.clip(shape);
    g.setStroke(new BasicStroke(5));
    int shift = random.nextInt(40);
    for (int row = -8; row < 3; row++) {
      for (int column = -6; column < 6; column++) {
        double x = column * 92 + (row % 2 == 0 ? 0 : 46) + shift;
        double y = row * 80 + 30;
        g.setColor(new Color(line));
        for (int petal = 0; petal < 4; petal++) {
          double angle = petal * Math.PI / 2 + Math.PI / 4;
          g.draw(ellipse(x + Math.cos(angle) * 15, y + Math.sin(angle) * 15, 27, 27));
        }
        g.setColor(new Color(0xB4552D));
        g.fill(ellipse(x, y, 16, 16));
        g.setColor(new Color(0xF4E6C8));
        g.fill(ellipse(x + 46, y, 9, 9));
        g.fill(ellipse(x, y + 40, 9, 9));
      }
    }
    g.setPaint(
        new GradientPaint(
            -300, -400, new Color(0x40FFFFFF, true), 300, 100, new Color(0x60000000, true)));
    g.fill(shape);
    g.setClip(before);
  }

  void basket() {
    DrawnPhoto.shade(g, 840, 250);
    g.setStroke(new BasicStroke(26, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.setColor(new Color(0x8A5A2C));
    g.draw(new Arc2D.Double(-270, -640, 540, 640, 0, 180, Arc2D.OPEN));
    g.setStroke(new BasicStroke(8));
    g.setColor(new Color(0xD9A763));
    g.draw(new Arc2D.Double(-276, -646, 540, 640, 0, 180, Arc2D.OPEN));
    g.setColor(new Color(0x5C3A1A));
    g.fill(ellipse(0, -320, 640, 150));
    Path2D body = new Path2D.Double();
    body.moveTo(-320, -320);
    body.curveTo(-230, -230, 230, -230, 320, -320);
    body.curveTo(310, -160, 270, -40, 240, 20);
    body.curveTo(140, 66, -140, 66, -240, 20);
    body.curveTo(-270, -40, -310, -160, -320, -320);
    weave(body, 0xC08A4A, 62, 34);
    g.setStroke(new BasicStroke(24, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.setColor(new Color(0x9A6630));
    g.draw(new Arc2D.Double(-320, -396, 640, 150, 180, 180, Arc2D.OPEN));
    g.setStroke(new BasicStroke(10));
    g.setColor(new Color(0xD9A763));
    g.draw(new Arc2D.Double(-320, -395, 640, 150, 0, 360, Arc2D.OPEN));
  }

  void bag() {
    DrawnPhoto.shade(g, 760, 220);
    g.setStroke(new BasicStroke(24, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.setColor(new Color(0x8F3F2C));
    g.draw(new Arc2D.Double(-170, -690, 340, 560, 0, 180, Arc2D.OPEN));
    g.setColor(new Color(0xB4552D));
    g.draw(new Arc2D.Double(-200, -650, 400, 520, 0, 180, Arc2D.OPEN));
    Path2D body = new Path2D.Double();
    body.moveTo(-250, -400);
    body.curveTo(-120, -370, 120, -370, 250, -400);
    body.curveTo(300, -200, 360, -80, 300, 20);
    body.curveTo(160, 64, -160, 64, -300, 20);
    body.curveTo(-360, -80, -300, -200, -250, -400);
    weave(body, 0xD07A4E, 40, 24);
    g.setColor(new Color(0xF4E6C8));
    for (int row = 0; row < 2; row++) {
      for (int i = 0; i < 15; i++) {
        g.fill(ellipse(-294 + i * 42, -190 + row * 34 + (i % 2) * 12, 24, 17));
      }
    }
  }

  /** Strands over and under each other, lit from the left. */
  private void weave(Shape body, int rgb, int wide, int high) {
    Shape before = g.getClip();
    g.setColor(new Color(rgb).darker().darker());
    g.fill(body);
    g.clip(body);
    for (int row = 0; row * high < 520; row++) {
      for (int column = -8; column <= 9; column++) {
        double x = column * wide + (row % 2) * wide / 2.0;
        double y = -440 + row * high;
        g.setColor(DrawnPhoto.about(rgb, random, 16));
        g.fill(new RoundRectangle2D.Double(x, y, wide - 6, high - 4, high, high));
        g.setColor(new Color(0x38FFFFFF, true));
        g.fill(new RoundRectangle2D.Double(x + 8, y + 4, wide - 24, high / 4.0, 8, 8));
      }
    }
    g.setPaint(
        new GradientPaint(
            -330, 0, new Color(0x30FFFFFF, true), 330, 0, new Color(0x70200C00, true)));
    g.fill(body);
    g.setClip(before);
  }
}
