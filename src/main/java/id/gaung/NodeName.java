package id.gaung;

import id.gaung.db.DatabaseUnavailable;
import id.gaung.kernel.Ids;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * This node's name: made once and kept in the data folder, so that a restarted process knows its
 * own leases again and two nodes never share a name.
 */
final class NodeName {

  private NodeName() {}

  static String in(Path dataFolder, Ids ids) {
    Path file = dataFolder.resolve("node");
    try {
      Files.createDirectories(dataFolder);
      if (Files.notExists(file)) {
        Files.writeString(file, "node-" + ids.next().toString().substring(24));
      }
      return Files.readString(file).strip();
    } catch (IOException failed) {
      throw new DatabaseUnavailable(
          "The data folder %s cannot be written: %s".formatted(dataFolder, failed.getMessage()),
          failed);
    }
  }
}
