package id.gaung;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** From {@code java -jar} to healthy, with a data folder that was used before. */
final class StartBench {

  private StartBench() {}

  static void run(Bench.Options options) throws Exception {
    Path folder = Files.createTempDirectory("gaung-bench-start");
    int port = FreePort.next();
    int admin = FreePort.next();
    Path config = BenchConfig.write(folder, port, admin, PlatformSettings.DEFAULT);
    Child child =
        Child.ofJar(config, folder, admin, Map.of("GAUNG_DATA", folder.resolve("data").toString()));
    child.start();
    child.stop();
    List<Double> seconds = new ArrayList<>();
    for (int i = 0; i < options.number("starts", 5); i++) {
      seconds.add(child.start());
      child.stop();
    }
    Collections.sort(seconds);
    Bench.figure("start", "start_s", seconds.get(seconds.size() / 2));
  }
}
