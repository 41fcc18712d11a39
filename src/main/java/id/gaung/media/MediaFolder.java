package id.gaung.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.stream.Stream;

/**
 * Files under their SHA-256. A file appears whole or not at all, and is on the disk before anybody
 * hears of it; a file that no row names does no harm. Several nodes may share one folder.
 */
final class MediaFolder {

  private final Path root;
  private final Path incoming;

  MediaFolder(Path root) {
    this.root = root;
    this.incoming = root.resolve("incoming");
    try {
      Files.createDirectories(incoming);
    } catch (IOException refused) {
      throw new UncheckedIOException("the media folder cannot be used: " + root, refused);
    }
  }

  /** Whether photos can be read and kept; not so while a network disk is away. */
  boolean isThere() {
    return Files.isDirectory(incoming) && Files.isWritable(incoming);
  }

  /** An empty file on the same disk; the caller keeps or deletes it. */
  Path temporary() throws IOException {
    return Files.createTempFile(incoming, "photo-", ".part");
  }

  Path of(String sha256) {
    return shelf(sha256).resolve(sha256);
  }

  private Path shelf(String sha256) {
    return root.resolve(sha256.substring(0, 2));
  }

  /**
   * Moves a temporary file to its place.
   *
   * @return the SHA-256 under which it lies now
   */
  String keep(Path temporary) throws IOException {
    String sha256 = sha256(temporary);
    Path place = of(sha256);
    if (Files.exists(place)) {
      // New again for whoever removes what nobody needs.
      Files.setLastModifiedTime(place, Files.getLastModifiedTime(temporary));
      return sha256;
    }
    Files.createDirectories(shelf(sha256));
    force(temporary, StandardOpenOption.WRITE);
    Files.move(temporary, place, StandardCopyOption.ATOMIC_MOVE);
    // The name is on the disk only when its directory is.
    force(shelf(sha256), StandardOpenOption.READ);
    return sha256;
  }

  /** Deletes what interrupted uploads left behind before that time. */
  void sweep(Instant before) {
    try (Stream<Path> files = Files.list(incoming)) {
      for (Path file : files.toList()) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  /** Deletes a kept file, unless it was kept again since that time. */
  void remove(String sha256, Instant since) {
    Path place = of(sha256);
    try {
      if (Files.exists(place) && Files.getLastModifiedTime(place).toInstant().isBefore(since)) {
        Files.delete(place);
      }
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  private static void force(Path path, StandardOpenOption how) throws IOException {
    try (FileChannel channel = FileChannel.open(path, how)) {
      channel.force(true);
    }
  }

  private static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        DigestInputStream digesting =
            new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
      digesting.transferTo(java.io.OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
