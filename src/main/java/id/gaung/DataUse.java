package id.gaung;

import id.gaung.db.DatabaseUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What a data folder is for, written into it at the first start: practice data may be thrown away,
 * real data never, so neither start takes the other's folder.
 */
enum DataUse {
  PRACTICE,
  PRODUCTION;

  private static final String FILE = "use";

  /**
   * Changes nothing.
   *
   * @throws StartRefused if the folder is for the other use
   */
  void check(Path dataFolder) {
    Path file = dataFolder.resolve(FILE);
    try {
      if (Files.exists(file)) {
        refuseOther(dataFolder, Files.readString(file).strip());
      } else if (this == PRACTICE && Files.exists(dataFolder.resolve("postgres"))) {
        throw new StartRefused(
            "The data folder %s holds a database that practice mode did not make; choose another folder (GAUNG_DATA)."
                .formatted(dataFolder));
      }
    } catch (IOException failed) {
      throw unusable(dataFolder, failed);
    }
  }

  /**
   * Writes the use down, once nothing that was asked for stands against it.
   *
   * @throws StartRefused if the folder is for the other use
   */
  void claim(Path dataFolder) {
    check(dataFolder);
    Path file = dataFolder.resolve(FILE);
    try {
      Files.createDirectories(dataFolder);
      if (Files.notExists(file)) {
        Files.writeString(file, word());
      }
    } catch (IOException failed) {
      throw unusable(dataFolder, failed);
    }
  }

  private static DatabaseUnavailable unusable(Path dataFolder, IOException failed) {
    return new DatabaseUnavailable(
        "The data folder %s cannot be used: %s".formatted(dataFolder, failed.getMessage()), failed);
  }

  private void refuseOther(Path dataFolder, String found) {
    if (!found.equals(word())) {
      throw new StartRefused(
          "The data folder %s holds %s data; choose another folder (GAUNG_DATA) for %s."
              .formatted(dataFolder, found, word()));
    }
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
