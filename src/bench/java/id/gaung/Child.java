package id.gaung;

import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Gaung in a process of its own. */
final class Child {

  private final List<String> command;
  private final Map<String, String> environment;
  private final File log;
  private final int adminPort;
  private Process process;

  Child(List<String> program, Path config, Path folder, int adminPort, Map<String, String> env) {
    this.command = new ArrayList<>(program);
    command.addAll(List.of("server", config.toString()));
    this.environment = env;
    this.adminPort = adminPort;
    this.log = folder.resolve("child.log").toFile();
  }

  /** The built jar, with the options that README names. */
  static Child ofJar(Path config, Path folder, int adminPort, Map<String, String> env) {
    List<String> program = new ArrayList<>(List.of("java"));
    program.addAll(JvmOptions.RECOMMENDED);
    program.addAll(List.of("-jar", "target/gaung.jar"));
    return new Child(program, config, folder, adminPort, env);
  }

  /** Starts it and waits until it is healthy; the seconds that took. */
  double start() throws IOException, InterruptedException {
    return start("healthcheck");
  }

  /**
   * Starts it and waits until it answers: while posts wait for their networks it is not healthy.
   */
  void startUnwell() throws IOException, InterruptedException {
    start("ping");
  }

  private double start(String sign) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log));
    process = builder.start();
    while (!answers(sign)) {
      if (!process.isAlive() || System.nanoTime() - begun > TimeUnit.MINUTES.toNanos(3)) {
        throw new IOException("Gaung did not come up; see " + log);
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
    return (System.nanoTime() - begun) / 1e9;
  }

  private boolean answers(String sign) {
    try {
      HttpURLConnection asked =
          (HttpURLConnection)
              URI.create("http://localhost:" + adminPort + "/" + sign).toURL().openConnection();
      asked.setConnectTimeout(200);
      asked.setReadTimeout(2_000);
      return asked.getResponseCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  long pid() {
    return process.pid();
  }

  /**
   * SIGTERM.
   *
   * @return the seconds until the process had ended
   */
  double stopAndTime() throws InterruptedException {
    long begun = System.nanoTime();
    stop();
    return (System.nanoTime() - begun) / 1e9;
  }

  /** SIGKILL. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      kill();
    }
  }
}
