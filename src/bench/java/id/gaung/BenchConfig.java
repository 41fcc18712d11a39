package id.gaung;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A configuration for a child. */
final class BenchConfig {

  static final String KEY = "a-key-for-benchmarks-and-nothing-else-0123456789";

  private BenchConfig() {}

  static Path write(Path folder, int port, int admin, List<URI> networks, URI bluesky)
      throws IOException {
    Path file = folder.resolve("config.yml");
    String hosts =
        String.join(", ", networks.stream().map(uri -> "\"" + uri.getAuthority() + "\"").toList());
    return Files.writeString(
        file,
        """
        dataFolder: %s
        publicUrl: http://localhost:%d
        secretKey: %s
        platforms:
          allowedHosts: [%s]
          blueskyServer: %s
        server:
          applicationConnectors: [{type: http, port: %d}]
          adminConnectors: [{type: http, port: %d, bindHost: 127.0.0.1}]
          requestLog: {appenders: []}
        logging: {level: WARN}
        """
            .formatted(folder.resolve("data"), port, KEY, hosts, bluesky, port, admin));
  }
}
