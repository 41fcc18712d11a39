package id.gaung.home;

/**
 * What was found.
 *
 * @param freeMb whole megabytes (1,048,576 bytes); 0 if the folder cannot be asked
 */
public record DiskReading(DiskSpace.State state, long freeMb) {

  /** In English, for a terminal and the health check. */
  public String sentence() {
    return switch (state) {
      case WELL -> freeMb + " MB are left on the disk of the data folder";
      case FEW ->
          ("only %d MB are left on the disk of the data folder, less than %d; make room before it"
                  + " is full")
              .formatted(freeMb, DiskSpace.FEW_BYTES >> 20);
      case AWAY -> "the data folder cannot be read";
      case PHOTOS_AWAY -> "the folder of the photos is away or cannot be written";
    };
  }
}
