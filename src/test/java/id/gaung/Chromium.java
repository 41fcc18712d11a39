package id.gaung;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The system's Chromium. If it is absent and this account may install packages it is installed;
 * otherwise the tests that need it are skipped with a sentence that says what to install, and fail
 * in CI. Nothing downloads a browser of its own.
 */
final class Chromium implements AutoCloseable {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(String executable) {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(java.nio.file.Path.of(executable))
                    .setArgs(FLAGS));
  }

  static Chromium start() {
    Optional<String> found = find().or(Chromium::install);
    if (found.isEmpty()) {
      String sentence =
          "No Chromium on this machine: install the system's package 'chromium' (Debian: apt-get"
              + " install chromium), then run the tests again.";
      if (System.getenv("CI") != null) {
        throw new IllegalStateException(sentence);
      }
      Assumptions.abort(sentence);
    }
    return new Chromium(found.orElseThrow());
  }

  Browser browser() {
    return browser;
  }

  private static Optional<String> find() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of(path.split(File.pathSeparator))
        .flatMap(folder -> NAMES.stream().map(name -> new File(folder, name)))
        .filter(File::canExecute)
        .map(File::getPath)
        .findFirst();
  }

  private static Optional<String> install() {
    if (!new File("/usr/bin/apt-get").canExecute()
        || !"root".equals(System.getProperty("user.name"))) {
      return Optional.empty();
    }
    if (run("apt-get", "-q", "update")) {
      run("apt-get", "-q", "-y", "install", "chromium");
    }
    return find();
  }

  private static boolean run(String... command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      return process.waitFor(10, TimeUnit.MINUTES) && process.exitValue() == 0;
    } catch (IOException notThere) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
