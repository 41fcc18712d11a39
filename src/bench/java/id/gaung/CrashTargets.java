package id.gaung;

import id.gaung.BenchWorld.Target;
import id.gaung.channel.Channel;
import id.gaung.channel.HandChannels.EnterChannel;
import id.gaung.kernel.Network;
import id.gaung.platform.Attachment;
import id.gaung.platform.ContentRules;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.NetworkQuota;
import id.gaung.platform.PostOption;
import id.gaung.platform.PublishMode;
import id.gaung.sandbox.PracticeServer;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/**
 * Where the posts of the crash benchmark go: on every network that the product publishes to, texts
 * or photos, and videos; on those where it only drafts, drafts; and texts to an account by hand.
 */
final class CrashTargets {

  /** A kill's posts go to so many targets, two each, so that neighbours can be nearly the same. */
  static final int AT_ONCE = 25;

  private static final int MOST_ACCOUNTS = 12;

  /** Of what a network allows in a day; the rest is for what is tried again. */
  private static final double USED = 0.6;

  private final BenchOffice office;
  private final Gaung gaung;
  private final BenchWorld world;
  private final UUID photo;
  private final UUID video;

  private CrashTargets(BenchOffice office, Gaung gaung, BenchWorld world) throws IOException {
    this.office = office;
    this.gaung = gaung;
    this.world = world;
    this.video = office.video(gaung, world, 300_000);
    this.photo = gaung.media().photos().store(world.admin(), picture(), "kopi.jpg").id();
  }

  /**
   * Makes accounts, and targets on them in turn: what a network takes comes round as often as with
   * every other network, and each of its accounts stays below what it may do in a day.
   *
   * @param posts how many will go out in all
   */
  static List<Target> make(BenchOffice office, Gaung gaung, BenchWorld world, int posts)
      throws IOException {
    return new CrashTargets(office, gaung, world).all(posts);
  }

  private List<Target> all(int posts) {
    List<Unit> units = new ArrayList<>();
    List<NetworkModule> networks =
        PracticeServer.networks().stream().map(NetworkModule::of).toList();
    // About three kinds of post on each; what is allowed in a day is shared out by that.
    int each = posts / (networks.size() * 2);
    for (NetworkModule network : networks) {
      int share = turns(network, each);
      units(network, each).forEach(targets -> units.add(new Unit(targets, share)));
    }
    units.add(new Unit(List.of(Target.text(byHand())), MOST_ACCOUNTS));
    List<Target> turns = new ArrayList<>();
    for (int turn = 0; turn < MOST_ACCOUNTS; turn++) {
      for (Unit unit : units) {
        if (turn < unit.turns()) {
          turns.add(unit.targets().get(turn % unit.targets().size()));
        }
      }
    }
    return turns;
  }

  /**
   * One kind of post on one network.
   *
   * @param turns in how many of the turns it comes round
   */
  private record Unit(List<Target> targets, int turns) {}

  /** Fewer where all accounts share what is allowed from midnight to midnight. */
  private static int turns(NetworkModule network, int each) {
    return network.traits().quotas().stream()
        .filter(quota -> quota.day().isPresent() && quota.of() != NetworkQuota.Of.CALLS)
        .mapToInt(quota -> (int) (MOST_ACCOUNTS * USED * quota.most() / Math.max(1, each)))
        .map(turns -> Math.max(1, Math.min(MOST_ACCOUNTS, turns)))
        .min()
        .orElse(MOST_ACCOUNTS);
  }

  /** The targets of a kill, others for the next. */
  static List<Target> of(List<Target> turns, int kill) {
    return IntStream.range(0, AT_ONCE)
        .mapToObj(i -> turns.get((kill * AT_ONCE + i) % turns.size()))
        .distinct()
        .toList();
  }

  private List<List<Target>> units(NetworkModule network, int each) {
    BenchAccounts.permit(gaung, world.admin(), network);
    boolean api = network.traits().modes().contains(PublishMode.API);
    List<Channel> accounts = new ArrayList<>();
    for (int i = 0; i < accounts(network, 2 * each); i++) {
      UUID id = office.accounts().connect(gaung, world.admin(), network, "c" + i);
      if (api) {
        BenchAccounts.byApi(gaung, world.admin(), id);
      }
      accounts.add(gaung.channel().channels().get(id));
    }
    List<List<Target>> units = new ArrayList<>();
    ContentRules rules = gaung.channel().platforms().of(network).rules(accounts.get(0).account());
    Map<PostOption, String> options =
        network.against(Map.of()).isEmpty()
            ? Map.of()
            : Map.of(PostOption.TITLE, "Kopi susu gula aren");
    if (rules.check("Kopi", List.of()).isEmpty()) {
      units.add(accounts.stream().map(c -> Target.text(c.id())).toList());
    } else if (network.traits().attachments().contains(Attachment.Kind.PICTURES)) {
      units.add(accounts.stream().map(c -> Target.photo(c.id(), photo)).toList());
    }
    if (network.traits().attachments().contains(Attachment.Kind.VIDEO)) {
      units.add(accounts.stream().map(c -> Target.video(c.id(), video).with(options)).toList());
    }
    return units;
  }

  private static int accounts(NetworkModule network, int posts) {
    int most =
        network.traits().quotas().stream()
            .filter(quota -> quota.within().compareTo(Duration.ofDays(1)) >= 0)
            .filter(quota -> quota.told() != NetworkQuota.Told.WITH_ANSWERS)
            .filter(quota -> quota.of() != NetworkQuota.Of.CALLS)
            .mapToInt(NetworkQuota::most)
            .min()
            .orElse(Integer.MAX_VALUE);
    return Math.min(MOST_ACCOUNTS, Math.max(2, (int) Math.ceil(posts / (USED * most))));
  }

  private UUID byHand() {
    return gaung
        .channel()
        .hand()
        .enter(
            world.admin(),
            new EnterChannel(
                Network.valueOf("MASTODON"),
                "tangan@mastodon.example",
                "",
                BenchOffice.responsible(gaung).toString()));
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
