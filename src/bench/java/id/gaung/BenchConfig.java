package id.gaung;

import id.gaung.platform.NetworkModule;
import id.gaung.platform.NetworkSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/** A configuration for a child. */
final class BenchConfig {

  static final String KEY = "a-key-for-benchmarks-and-nothing-else-0123456789";

  private BenchConfig() {}

  static Path write(Path folder, int port, int admin, PlatformSettings platforms)
      throws IOException {
    Path file = folder.resolve("config.yml");
    String hosts =
        String.join(", ", platforms.allowedHosts().stream().map(h -> '"' + h + '"').toList());
    StringBuilder networks = new StringBuilder();
    for (NetworkModule network : NetworkModule.published()) {
      NetworkSettings settings = platforms.of(network);
      if (!network.settings().isEmpty()) {
        networks.append("  ").append(network.path()).append(":\n");
        for (NetworkSettings.Key key : network.settings()) {
          networks.append("    %s: \"%s\"%n".formatted(key.name(), settings.text(key.name())));
        }
      }
    }
    return Files.writeString(
        file,
        """
        dataFolder: %s
        publicUrl: http://%s:%d
        secretKey: %s
        platforms:
          allowedHosts: [%s]
        %s
        server:
          applicationConnectors: [{type: http, port: %d}]
          adminConnectors: [{type: http, port: %d, bindHost: 127.0.0.1}]
        logging: {level: WARN}
        """
            .formatted(
                folder.resolve("data"),
                // Its name: whoever lets Instagram fetch pictures may not be named localhost.
                InetAddress.getLocalHost().getHostName(),
                port,
                KEY,
                hosts,
                networks,
                port,
                admin));
  }
}
