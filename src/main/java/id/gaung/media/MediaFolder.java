package id.gaung.media;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
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
final class MediaFolder implements MediaStorage {

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

  /** Not so while a network disk is away. */
  @Override
  public boolean isThere() {
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

  /** As a second name of the same bytes where the disk can do that, which costs nothing. */
  @Override
  public void put(String key, Path file) throws IOException {
    Path place = of(key);
    if (Files.exists(place)) {
      Files.setLastModifiedTime(place, Files.getLastModifiedTime(file));
      return;
    }
    Files.createDirectories(shelf(key));
    force(file, StandardOpenOption.WRITE);
    Path beside = temporary();
    try {
      Files.delete(beside);
      link(beside, file);
      Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(beside);
    }
    force(shelf(key), StandardOpenOption.READ);
  }

  private static void link(Path beside, Path file) throws IOException {
    try {
      Files.createLink(beside, file);
    } catch (UnsupportedOperationException | FileSystemException noLinks) {
      Files.copy(file, beside);
      force(beside, StandardOpenOption.WRITE);
    }
  }

  @Override
  public InputStream open(String key, long from, long length) throws IOException {
    FileChannel channel = FileChannel.open(of(key), StandardOpenOption.READ);
    channel.position(from);
    return new Part(Channels.newInputStream(channel), length);
  }

  @Override
  public long size(String key) throws IOException {
    return Files.size(of(key));
  }

  @Override
  public void delete(String key) throws IOException {
    Files.deleteIfExists(of(key));
  }

  /** How many bytes may still be written to its disk. */
  long freeBytes() {
    try {
      return Files.getFileStore(root).getUsableSpace();
    } catch (IOException away) {
      throw new UncheckedIOException(away);
    }
  }

  /** A folder of its own beside the shelves, made if it is not there. */
  Path folder(String name) {
    try {
      return Files.createDirectories(root.resolve(name));
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
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

  static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        DigestInputStream digesting =
            new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
      digesting.transferTo(java.io.OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The first bytes of a stream. */
  private static final class Part extends FilterInputStream {
    private long left;

    Part(InputStream in, long length) {
      super(in);
      this.left = length;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      if (left <= 0) {
        return -1;
      }
      int count = in.read(buffer, offset, (int) Math.min(length, left));
      left -= Math.max(0, count);
      return count;
    }
  }
}
