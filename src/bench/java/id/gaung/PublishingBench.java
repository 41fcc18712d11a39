package id.gaung;

import id.gaung.channel.Connections.ConnectChannel;
import id.gaung.kernel.Network;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** 5,000 renditions on 50 channels, due at once, to a network that answers at once. */
final class PublishingBench {

  private PublishingBench() {}

  static void run(Bench.Options options) throws Exception {
    int renditions = options.number("renditions", 5_000);
    int channelCount = options.number("channels", 50);
    try (BenchDatabase bench = BenchDatabase.open("publishing")) {
      InstantPlatform network = new InstantPlatform();
      Gaung gaung =
          Assembly.with(
              new GaungConfiguration(bench.folder(), URI.create("http://localhost:1")),
              bench.database(),
              Clock.systemUTC(),
              List.of(network));
      BenchWorld world = new BenchWorld(gaung);
      List<BenchWorld.Target> channels = new ArrayList<>();
      for (int i = 0; i < channelCount; i++) {
        channels.add(
            BenchWorld.Target.text(
                gaung
                    .channel()
                    .connections()
                    .connect(
                        world.admin(),
                        new ConnectChannel(
                            Network.valueOf("BLUESKY"), Map.of("handle", "bench" + i), ""))
                    .channelId()
                    .orElseThrow()));
      }
      gaung.publishing().start();
      // A process that has run for a while is measured: the same load once before, for the JVM.
      round(gaung, world, channels, renditions);
      int before = network.arrivedOnce();
      double seconds = round(gaung, world, channels, renditions);
      Bench.figure("publishing", "published_per_s", renditions / seconds);
      Bench.figure("publishing", "duplicates", network.duplicates());
      long published = network.arrivedOnce() - before;
      Bench.figure(
          "publishing", "lost", renditions - published + world.count("state <> 'PUBLISHED'"));
      gaung.publishing().stop(() -> {});
    }
  }

  private static double round(
      Gaung gaung, BenchWorld world, List<BenchWorld.Target> channels, int count) {
    world.schedule(channels, count, gaung.foundation().clock().instant());
    long start = System.nanoTime();
    gaung.publishing().engine().runOnce();
    return (System.nanoTime() - start) / 1e9;
  }
}
