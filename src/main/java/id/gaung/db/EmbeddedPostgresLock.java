package id.gaung.db;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The right of one living Gaung to a data directory. The operating system drops it with the
 * process, so a killed Gaung leaves nothing to clean up.
 */
final class EmbeddedPostgresLock implements AutoCloseable {
  // POSIX drops a process's lock as soon as any of its descriptors of that file is closed: a second
  // attempt inside this JVM must not even open the file.
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private EmbeddedPostgresLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  static EmbeddedPostgresLock take(EmbeddedPostgresFiles files) {
    Path file = files.lock();
    if (!HELD_HERE.add(file)) {
      throw inUse(files);
    }
    boolean taken = false;
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        throw inUse(files);
      }
      taken = true;
      return new EmbeddedPostgresLock(file, channel);
    } catch (IOException e) {
      throw files.unavailable(e);
    } finally {
      if (!taken) {
        HELD_HERE.remove(file);
      }
    }
  }

  private static DatabaseUnavailable inUse(EmbeddedPostgresFiles files) {
    return new DatabaseUnavailable(
        "Another Gaung is already running on %s: stop it first, or set another data directory."
            .formatted(files.home()));
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException ignored) {
      // The descriptor is gone either way, and the lock with it.
    } finally {
      HELD_HERE.remove(file);
    }
  }
}
