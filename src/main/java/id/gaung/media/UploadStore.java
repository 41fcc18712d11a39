package id.gaung.media;

import id.gaung.audit.Foundation;
import id.gaung.media.UploadDao.Upload;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import me.desair.tus.server.exception.TusException;
import me.desair.tus.server.exception.UploadAlreadyLockedException;
import me.desair.tus.server.upload.UploadId;
import me.desair.tus.server.upload.UploadIdFactory;
import me.desair.tus.server.upload.UploadInfo;
import me.desair.tus.server.upload.disk.DiskStorageService;
import org.jspecify.annotations.Nullable;

/**
 * Where the parts of uploads are gathered, as the tus server asks for it: a row says whose it is, a
 * file holds the bytes. How far it has come says the file alone, so that a process that is killed
 * leaves nothing that contradicts itself.
 */
final class UploadStore extends DiskStorageService {

  private static final int BUFFER = 64 * 1024;

  private final Foundation on;
  private final UploadDao dao;
  private final Path folder;
  private @Nullable UploadIdFactory ids;

  // One per folder and as long-lived as the application, so not static.
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<Beginning> beginning = new ThreadLocal<>();

  /** Writes an upload down and names it, or refuses it. */
  interface Beginning {
    UUID of(UploadInfo asked);
  }

  UploadStore(Foundation on, Path folder) {
    super(folder.toString());
    this.on = on;
    this.dao = on.jdbi().onDemand(UploadDao.class);
    this.folder = folder;
  }

  Path file(UUID id) {
    return folder.resolve(id.toString());
  }

  /** Files of uploads whose row went before them, as when the process was killed in between. */
  void removeForgotten(Instant before) throws IOException {
    List<UUID> old;
    try (Stream<Path> files = Files.list(folder)) {
      old = files.filter(file -> isOlder(file, before)).flatMap(UploadStore::id).toList();
    }
    List<UUID> known = dao.known(old);
    for (UUID id : old) {
      if (!known.contains(id)) {
        Files.deleteIfExists(file(id));
      }
    }
  }

  private static boolean isOlder(Path file, Instant before) {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(before);
    } catch (IOException gone) {
      return false;
    }
  }

  private static Stream<UUID> id(Path file) {
    try {
      return Stream.of(UUID.fromString(file.getFileName().toString()));
    } catch (IllegalArgumentException another) {
      return Stream.empty();
    }
  }

  /** How much of it is there. */
  long offset(UUID id) throws IOException {
    Path file = file(id);
    return Files.exists(file) ? Files.size(file) : 0;
  }

  void remove(UUID id) throws IOException {
    dao.delete(id);
    Files.deleteIfExists(file(id));
  }

  @Override
  public @Nullable UploadInfo getUploadInfo(String uri, String owner) throws IOException {
    UploadId id = Objects.requireNonNull(ids).readUploadId(uri);
    if (id == null || !(id.getOriginalObject() instanceof UUID uuid)) {
      return null;
    }
    Upload upload = dao.find(uuid, owner).orElse(null);
    return upload == null ? null : info(upload);
  }

  private UploadInfo info(Upload upload) throws IOException {
    UploadInfo info = new UploadInfo();
    info.setId(new UploadId(upload.id()));
    info.setOwnerKey(upload.owner());
    info.setLength(upload.length());
    info.setEncodedMetadata(upload.metadata());
    info.setOffset(Math.min(upload.length(), offset(upload.id())));
    return info;
  }

  /**
   * Does what makes an upload; it is written down by that rule once the tus server has found
   * nothing wrong with the request.
   */
  <T> T beginning(Beginning rule, Callable<T> work) throws IOException {
    beginning.set(rule);
    try {
      return work.call();
    } catch (IOException | RuntimeException failed) {
      throw failed;
    } catch (Exception impossible) {
      throw new IllegalStateException(impossible);
    } finally {
      beginning.remove();
    }
  }

  @Override
  public UploadInfo create(UploadInfo info, String owner) {
    info.setId(new UploadId(beginning.get().of(info)));
    info.setOwnerKey(owner);
    info.setOffset(0L);
    return info;
  }

  /**
   * Writes what comes, as far as the file is meant to go. What has come when the line breaks stays.
   */
  @Override
  public UploadInfo append(UploadInfo info, InputStream bytes) throws IOException, TusException {
    UUID id = (UUID) info.getId().getOriginalObject();
    try (FileChannel file =
            FileChannel.open(file(id), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = locked(file)) {
      try {
        copy(bytes, file, info.getOffset(), info.getLength());
      } finally {
        file.force(false);
        dao.touch(id, on.clock().instant());
      }
      info.setOffset(file.size());
      return info;
    }
  }

  private static FileLock locked(FileChannel file) throws IOException, TusException {
    try {
      FileLock lock = file.tryLock();
      if (lock != null) {
        return lock;
      }
    } catch (OverlappingFileLockException otherThread) {
      // Answered in the same way.
    }
    throw new UploadAlreadyLockedException("another request writes to this upload");
  }

  private static void copy(InputStream bytes, FileChannel file, long from, long to)
      throws IOException {
    byte[] buffer = new byte[BUFFER];
    long at = from;
    while (at < to) {
      int count = bytes.read(buffer, 0, (int) Math.min(buffer.length, to - at));
      if (count < 0) {
        return;
      }
      ByteBuffer part = ByteBuffer.wrap(buffer, 0, count);
      while (part.hasRemaining()) {
        at += file.write(part, at);
      }
    }
  }

  @Override
  public void removeLastNumberOfBytes(@Nullable UploadInfo info, long count) throws IOException {
    if (info == null || count <= 0) {
      return;
    }
    try (FileChannel file =
        FileChannel.open(file((UUID) info.getId().getOriginalObject()), StandardOpenOption.WRITE)) {
      file.truncate(Math.max(0, file.size() - count));
    }
  }

  @Override
  public void terminateUpload(UploadInfo info) throws IOException {
    remove((UUID) info.getId().getOriginalObject());
  }

  @Override
  public void setIdFactory(UploadIdFactory factory) {
    super.setIdFactory(factory);
    ids = factory;
  }

  /** How far it has come says the file; nothing else changes. */
  @Override
  public void update(UploadInfo info) {}

  @Override
  public @Nullable UploadInfo getUploadInfo(UploadId id) {
    throw new UnsupportedOperationException("an upload is looked at by its owner alone");
  }
}
