package id.gaung.db;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs (initdb, pg_ctl, postgres) unpacked from the class path.
 *
 * @param home the folder with bin, lib and share, without symbolic links, as a server names it
 */
record EmbeddedPostgresPrograms(Path home) {

  Path initdb() {
    return program("initdb");
  }

  Path pgCtl() {
    return program("pg_ctl");
  }

  Path postgres() {
    return program("postgres");
  }

  private Path program(String name) {
    return home.resolve("bin").resolve(PostgresPlatform.isWindows() ? name + ".exe" : name);
  }

  /**
   * Unpacks the programs unless that was done before. The folder is named after the archive's
   * content, so another version never mixes with it; it appears in one rename, so a killed
   * unpacking is never mistaken for a complete one.
   */
  static EmbeddedPostgresPrograms unpackedUnder(EmbeddedPostgresFiles files) {
    try {
      URL archive = archive();
      URLConnection connection = archive.openConnection();
      Path target = files.programs().resolve(fingerprint(archive, connection));
      if (!Files.isDirectory(target)) {
        unpack(connection, target);
      }
      return new EmbeddedPostgresPrograms(target.toRealPath());
    } catch (IOException e) {
      throw files.unavailable(e);
    }
  }

  /** Removes the programs of other versions; only when no server runs from them. */
  void deleteOthers() {
    try (Stream<Path> siblings = Files.list(home.getParent())) {
      for (Path sibling : siblings.toList()) {
        if (!sibling.getFileName().equals(home.getFileName())) {
          EmbeddedPostgresFiles.deleteTree(sibling);
        }
      }
    } catch (IOException e) {
      // Only room on the disk is lost: the next start tries again.
    }
  }

  private static URL archive() {
    List<String> names = PostgresPlatform.archiveNames();
    for (String name : names) {
      @Nullable URL found = EmbeddedPostgresPrograms.class.getResource("/" + name);
      if (found != null) {
        return found;
      }
    }
    throw new DatabaseUnavailable(
        ("Gaung brings no PostgreSQL for this machine (%s, %s): install PostgreSQL 15 or newer and"
                + " set database.url.")
            .formatted(System.getProperty("os.name"), System.getProperty("os.arch")));
  }

  /** The checksum stands in the jar's directory, so it costs nothing to ask. */
  private static String fingerprint(URL archive, URLConnection connection) throws IOException {
    String path = archive.getPath();
    String name = path.substring(path.lastIndexOf('/') + 1).replace(".txz", "");
    long content =
        connection instanceof JarURLConnection jar
            ? jar.getJarEntry().getCrc()
            : connection.getContentLengthLong();
    return name + "-" + Long.toHexString(content);
  }

  private static void unpack(URLConnection archive, Path target) throws IOException {
    Path part = target.resolveSibling(target.getFileName() + ".part");
    EmbeddedPostgresFiles.deleteTree(part);
    Files.createDirectories(part);
    try (InputStream bytes = archive.getInputStream();
        TarArchiveInputStream tar =
            new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(bytes, 1 << 16)))) {
      for (@Nullable TarArchiveEntry entry = tar.getNextEntry();
          entry != null;
          entry = tar.getNextEntry()) {
        unpack(tar, entry, part);
      }
    } catch (IOException e) {
      EmbeddedPostgresFiles.deleteTree(part);
      throw e;
    }
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder)
      throws IOException {
    Path file = folder.resolve(entry.getName()).normalize();
    if (!file.startsWith(folder)) {
      throw new IOException("the archive of PostgreSQL holds a stray path " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(file);
      return;
    }
    Files.createDirectories(file.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
    } else if (entry.isFile()) {
      Files.copy(tar, file);
      if ((entry.getMode() & 0100) != 0 && !PostgresPlatform.isWindows()) {
        Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(file));
        permissions.add(PosixFilePermission.OWNER_EXECUTE);
        permissions.add(PosixFilePermission.GROUP_EXECUTE);
        permissions.add(PosixFilePermission.OTHERS_EXECUTE);
        Files.setPosixFilePermissions(file, permissions);
      }
    }
  }
}
