package id.gaung.demo;

import static id.gaung.demo.DrawnPhoto.ellipse;
import static id.gaung.demo.DrawnPhoto.leaf;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Random;

/** Things to drink for {@link DrawnPhoto}; the origin is where they stand. */
final class DrawnDrink {

  private final Graphics2D g;
  private final Random random;

  DrawnDrink(Graphics2D g, Random random) {
    this.g = g;
    this.random = random;
  }

  /** Coffee with milk over palm sugar, and ice. */
  void glass() {
    DrawnPhoto.shade(g, 560, 190);
    Path2D glass = DrawnPhoto.polygon(-190, -560, 190, -560, 142, 40, -142, 40);
    g.setPaint(new GradientPaint(0, -520, new Color(0xE9CDA4), 0, -20, new Color(0x4A230C)));
    g.fill(DrawnPhoto.polygon(-184, -490, 184, -490, 142, 40, -142, 40));
    g.setColor(new Color(0xF2DDBD));
    g.fill(ellipse(0, -490, 368, 70));
    for (int i = 0; i < 7; i++) {
      g.setColor(new Color(0x66FFFFFF, true));
      double x = random.nextInt(220) - 150.0;
      g.fill(new RoundRectangle2D.Double(x, -500 + i * 34, 92, 84, 22, 22));
    }
    g.setColor(new Color(0x2F7D78));
    g.fill(DrawnPhoto.polygon(40, -480, 118, -690, 142, -682, 70, -480));
    g.setColor(new Color(0x38FFFFFF, true));
    g.fill(glass);
    g.setColor(new Color(0x80FFFFFF, true));
    g.fill(DrawnPhoto.polygon(-158, -540, -124, -540, -98, 10, -122, 10));
    g.setStroke(new BasicStroke(6));
    g.setColor(new Color(0xB0FFFFFF, true));
    g.draw(ellipse(0, -560, 380, 72));
    for (int i = 0; i < 12; i++) {
      g.setColor(DrawnPhoto.about(0x4B2A14, random, 12));
      g.fill(ellipse(240 + random.nextInt(190), 10 + random.nextInt(70), 46, 30));
    }
  }

  void bottle() {
    DrawnPhoto.shade(g, 480, 170);
    Path2D bottle = new Path2D.Double();
    bottle.moveTo(-60, -640);
    bottle.lineTo(60, -640);
    bottle.lineTo(64, -500);
    bottle.curveTo(70, -430, 150, -430, 150, -340);
    bottle.lineTo(146, 20);
    bottle.curveTo(120, 50, -120, 50, -146, 20);
    bottle.lineTo(-150, -340);
    bottle.curveTo(-150, -430, -70, -430, -64, -500);
    bottle.closePath();
    g.setPaint(new GradientPaint(-150, 0, new Color(0xD8892F), 150, 0, new Color(0x8A3D12)));
    g.fill(bottle);
    g.setColor(new Color(0x24312F));
    g.fill(new RoundRectangle2D.Double(-68, -690, 136, 84, 18, 18));
    g.setColor(new Color(0xF7EFDF));
    g.fillRect(-149, -270, 298, 190);
    g.setColor(new Color(0x6E3A1C));
    g.fill(ellipse(-40, -170, 96, 104));
    g.fill(ellipse(44, -160, 84, 92));
    g.setColor(new Color(DrawnFood.LEAF));
    g.fill(leaf(-20, -226, 80, -250, 46));
    g.setColor(new Color(0x60FFFFFF, true));
    g.fill(new RoundRectangle2D.Double(-122, -400, 30, 390, 30, 30));
  }
}
