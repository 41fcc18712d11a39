package id.gaung;

import id.gaung.channel.EnterChannel;
import id.gaung.kernel.Network;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;

/**
 * Where the posts of the crash benchmark go: texts, photos and videos to the practice networks, and
 * texts to an account by hand.
 */
final class CrashTargets {

  private CrashTargets() {}

  static List<BenchWorld.Target> make(BenchOffice office, Gaung gaung, BenchWorld world)
      throws IOException {
    UUID video = office.video(gaung, world, 300_000);
    UUID photo = gaung.media().photos().store(world.admin(), picture(), "kopi.jpg").id();
    UUID first = office.bluesky(gaung, world, "gaung-balikpapan.practice.test");
    UUID second = office.mastodon(gaung, world, "gaung_balikpapan");
    UUID third =
        BenchOffice.allowed(
            gaung, world, Network.valueOf("INSTAGRAM"), Map.of(), "gaung.balikpapan");
    UUID hand =
        gaung
            .channel()
            .hand()
            .enter(
                world.admin(),
                new EnterChannel(
                    Network.valueOf("MASTODON"),
                    "tangan@mastodon.example",
                    "",
                    BenchOffice.responsible(gaung).toString()));
    return List.of(
        BenchWorld.Target.text(first),
        BenchWorld.Target.text(office.bluesky(gaung, world, "umkm-manggar.practice.test")),
        BenchWorld.Target.text(second),
        BenchWorld.Target.text(office.mastodon(gaung, world, "umkm_manggar")),
        BenchWorld.Target.video(first, video),
        BenchWorld.Target.video(second, video),
        BenchWorld.Target.photo(third, photo),
        BenchWorld.Target.video(third, video),
        BenchWorld.Target.text(hand));
  }

  private static ByteArrayInputStream picture() {
    BufferedImage image = new BufferedImage(1080, 1080, BufferedImage.TYPE_INT_RGB);
    Graphics2D drawing = image.createGraphics();
    drawing.setColor(new Color(0x6F, 0x4E, 0x37));
    drawing.fillRect(0, 0, 1080, 1080);
    drawing.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "jpg", bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return new ByteArrayInputStream(bytes.toByteArray());
  }
}
