package id.gaung;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** README's first start after the build: from {@code java -jar} in an empty folder to ready. */
final class FirstStartBench {

  private FirstStartBench() {}

  static void run(Bench.Options options) throws Exception {
    Path folder = Files.createTempDirectory("gaung-bench-first-start");
    Path config = folder.resolve("config.yml");
    Files.writeString(
        config,
        Files.readString(Path.of("config.yml"))
            .replace("networkPort: 8090", "networkPort: " + options.number("network-port", 18090)));
    List<String> command = new ArrayList<>(List.of("java"));
    command.addAll(JvmOptions.PRACTICE);
    command.addAll(List.of("-jar", "target/gaung.jar", "practice", config.toString()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("GAUNG_DATA", folder.resolve("data").toString());
    builder.environment().put("GAUNG_PORT", Integer.toString(FreePort.next()));
    builder.environment().put("GAUNG_ADMIN_PORT", Integer.toString(FreePort.next()));
    long begun = System.nanoTime();
    Process process = builder.start();
    try (BufferedReader said =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        System.err.println(line);
        if (line.startsWith("Gaung is ready to practise")) {
          Bench.figure("first-start", "first_start_s", (System.nanoTime() - begun) / 1e9);
          break;
        }
      }
    }
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
