package id.gaung.db;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.OptionalInt;

/** The port on 127.0.0.1: chosen once and kept, changed only when another program has taken it. */
record PostgresPort(EmbeddedPostgresFiles files) {

  int choose() throws IOException {
    OptionalInt kept = kept();
    return kept.isPresent() && isFree(kept.getAsInt()) ? kept.getAsInt() : chooseAnother();
  }

  int chooseAnother() throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(loopback(), 0));
      int port = socket.getLocalPort();
      Files.writeString(files.port(), port + "\n", StandardCharsets.US_ASCII);
      return port;
    }
  }

  private OptionalInt kept() throws IOException {
    if (!Files.exists(files.port())) {
      return OptionalInt.empty();
    }
    try {
      int port = Integer.parseInt(Files.readString(files.port()).strip());
      return port > 0 && port < 65536 ? OptionalInt.of(port) : OptionalInt.empty();
    } catch (NumberFormatException e) {
      return OptionalInt.empty();
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(loopback(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Not the JDK's loopback address, which may be the one of IPv6. */
  private static InetAddress loopback() throws IOException {
    return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
  }
}
