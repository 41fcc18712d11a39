package id.gaung.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What this machine is, in the words of the archives of {@code io.zonky.test.postgres}. */
final class PostgresPlatform {
  private PostgresPlatform() {}

  static boolean isWindows() {
    return system().equals("windows");
  }

  /** Whether this process is root, under whom PostgreSQL refuses to run. */
  static boolean isRoot() {
    try {
      Path self = Path.of("/proc/self");
      if (Files.exists(self)) {
        return Files.getAttribute(self, "unix:uid").equals(0);
      }
    } catch (IOException | UnsupportedOperationException ignored) {
      // Without /proc the name decides.
    }
    return "root".equals(System.getProperty("user.name"));
  }

  /** Names of the archive that fits, best first. */
  static List<String> archiveNames() {
    String base = "postgres-" + system() + "-";
    List<String> names = new ArrayList<>();
    if (Files.exists(Path.of("/etc/alpine-release"))) {
      names.add(base + architecture() + "-alpine_linux.txz");
    } else {
      names.add(base + architecture() + ".txz");
    }
    if (system().equals("darwin") && architecture().equals("arm_64")) {
      // Apple's translator runs these where the native ones are not on the class path.
      names.add(base + "x86_64.txz");
    }
    return names;
  }

  private static String system() {
    String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (name.startsWith("mac")) {
      return "darwin";
    }
    return name.startsWith("windows") ? "windows" : name;
  }

  private static String architecture() {
    String name = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    return switch (name) {
      case "amd64", "x86_64" -> "x86_64";
      case "aarch64", "arm64" -> "arm_64";
      default -> name;
    };
  }
}
