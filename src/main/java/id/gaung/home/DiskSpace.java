package id.gaung.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/** How much room is left on the disk of the data folder: the database and the photos lie there. */
public final class DiskSpace {

  /** Below so many bytes, 1 GB, somebody is warned: some days' photos and logs need about that. */
  public static final long FEW_BYTES = 1L << 30;

  /** Asks the system; replaced in tests. */
  @FunctionalInterface
  interface Free {
    /** The bytes that this program may still write. */
    long bytes() throws IOException;
  }

  /** How it stands. */
  public enum State {
    WELL,
    FEW,
    /** The folder cannot be asked. */
    AWAY,
    /** The folder of the photos cannot be reached, whatever room there is. */
    PHOTOS_AWAY
  }

  private final Free free;
  private final BooleanSupplier photos;

  private DiskSpace(Free free, BooleanSupplier photos) {
    this.free = free;
    this.photos = photos;
  }

  public static DiskSpace of(Path folder) {
    return of(folder, () -> true);
  }

  /**
   * @param photos whether their folder can be reached; asked each time
   */
  public static DiskSpace of(Path folder, BooleanSupplier photos) {
    return new DiskSpace(() -> Files.getFileStore(folder).getUsableSpace(), photos);
  }

  static DiskSpace asking(Free free) {
    return new DiskSpace(free, () -> true);
  }

  /** As it is now. */
  public DiskReading read() {
    try {
      long bytes = free.bytes();
      if (!photos.getAsBoolean()) {
        return new DiskReading(State.PHOTOS_AWAY, bytes >> 20);
      }
      return new DiskReading(bytes < FEW_BYTES ? State.FEW : State.WELL, bytes >> 20);
    } catch (IOException away) {
      return new DiskReading(State.AWAY, 0);
    }
  }
}
