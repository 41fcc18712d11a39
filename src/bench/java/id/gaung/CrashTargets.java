package id.gaung;

import id.gaung.channel.HandChannels.EnterChannel;
import id.gaung.kernel.Network;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
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
    UUID blueskyOffice = office.bluesky(gaung, world, "gaung-balikpapan.practice.test");
    UUID mastodonOffice = office.mastodon(gaung, world, "gaung_balikpapan");
    UUID blueskyUmkm = office.bluesky(gaung, world, "umkm-manggar.practice.test");
    UUID mastodonUmkm = office.mastodon(gaung, world, "umkm_manggar");
    UUID instagramOffice = instagram(gaung, world, "gaung.balikpapan");
    UUID instagramUmkm = instagram(gaung, world, "umkm.manggar");
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
    List<BenchWorld.Target> targets = new ArrayList<>();
    // A refusal for its number costs an account there a whole minute: it gets less than the others.
    for (int share = 0; share < 2; share++) {
      targets.add(BenchWorld.Target.text(blueskyOffice));
      targets.add(BenchWorld.Target.text(blueskyUmkm));
      targets.add(BenchWorld.Target.text(mastodonOffice));
      targets.add(BenchWorld.Target.text(mastodonUmkm));
      targets.add(BenchWorld.Target.text(hand));
    }
    targets.add(BenchWorld.Target.video(blueskyOffice, video));
    targets.add(BenchWorld.Target.video(mastodonOffice, video));
    targets.add(BenchWorld.Target.photo(instagramOffice, photo));
    targets.add(BenchWorld.Target.video(instagramUmkm, video));
    return targets;
  }

  private static UUID instagram(Gaung gaung, BenchWorld world, String account) {
    return BenchOffice.allowed(gaung, world, Network.valueOf("INSTAGRAM"), Map.of(), account);
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
