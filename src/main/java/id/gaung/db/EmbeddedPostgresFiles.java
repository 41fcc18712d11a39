package id.gaung.db;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * Where the embedded PostgreSQL keeps what under the data directory.
 *
 * @param home the data directory, absolute and without symbolic links
 */
record EmbeddedPostgresFiles(Path home) {

  /** Makes the directory when it is missing. */
  static EmbeddedPostgresFiles in(Path dataDirectory) {
    Path absolute = dataDirectory.toAbsolutePath().normalize();
    try {
      Files.createDirectories(absolute);
      return new EmbeddedPostgresFiles(absolute.toRealPath());
    } catch (IOException e) {
      throw DatabaseUnavailable.because(absolute, e);
    }
  }

  /** Held by the living Gaung; empty. */
  Path lock() {
    return home.resolve("gaung.lock");
  }

  /** One folder for each set of programs. */
  Path programs() {
    return home.resolve("pgsql");
  }

  /** The cluster: PostgreSQL's own data directory. */
  Path cluster() {
    return home.resolve("postgres");
  }

  /** The cluster until it is complete. */
  Path newCluster() {
    return home.resolve("postgres.new");
  }

  /** Readable by the owner alone. */
  Path password() {
    return home.resolve("postgres.password");
  }

  Path port() {
    return home.resolve("postgres.port");
  }

  /** What PostgreSQL's programs said last; the server's own log is in {@code postgres/log}. */
  Path programOutput() {
    return home.resolve("postgres-start.log");
  }

  DatabaseUnavailable unavailable(IOException cause) {
    return DatabaseUnavailable.because(home, cause);
  }

  /** Writes a file that only its owner can read, whole or not at all. */
  static void writeSecret(Path file, String text) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(part);
    if (Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix")) {
      Files.createFile(
          part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(
        part,
        text,
        StandardCharsets.UTF_8,
        StandardOpenOption.CREATE,
        StandardOpenOption.WRITE,
        StandardOpenOption.SYNC);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Makes a rename inside the folder last through a power cut. */
  static void sync(Path folder) throws IOException {
    if (PostgresPlatform.isWindows()) {
      return; // Folders cannot be opened there.
    }
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** Deletes a folder with all it holds; nothing happens when it is not there. */
  static void deleteTree(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e)
              throws IOException {
            if (e != null) {
              throw e;
            }
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
