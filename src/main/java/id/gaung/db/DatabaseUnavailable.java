package id.gaung.db;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * There is no database to work with. The message is one English sentence that tells the operator
 * what is wrong and what to do; it is meant to be shown without a stack trace.
 */
public final class DatabaseUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DatabaseUnavailable(String sentence) {
    super(sentence);
  }

  public DatabaseUnavailable(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }

  /** The sentence for a failed access to a file or folder of the data directory. */
  static DatabaseUnavailable because(Path dataDirectory, IOException cause) {
    String reason = String.valueOf(cause.getMessage());
    if (isDiskFull(reason)) {
      return diskFull(dataDirectory, cause);
    }
    if (cause instanceof AccessDeniedException || reason.contains("Permission denied")) {
      return new DatabaseUnavailable(
          "Gaung may not write to "
              + place(cause, dataDirectory)
              + ": give the account "
              + System.getProperty("user.name")
              + " the right to it, or set another data directory.",
          cause);
    }
    return new DatabaseUnavailable(
        "The data directory %s cannot be used: %s (%s)."
            .formatted(dataDirectory, reason, cause.getClass().getSimpleName()),
        cause);
  }

  static DatabaseUnavailable diskFull(Path dataDirectory, @Nullable Throwable cause) {
    String sentence =
        "The disk that holds %s is full: free some space and start Gaung again."
            .formatted(dataDirectory);
    return new DatabaseUnavailable(sentence, cause);
  }

  static DatabaseUnavailable interrupted(InterruptedException cause) {
    Thread.currentThread().interrupt();
    return new DatabaseUnavailable("The start of the database was interrupted.", cause);
  }

  static boolean isDiskFull(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.contains("no space left on device")
        || lower.contains("disk quota exceeded")
        || lower.contains("not enough space on the disk");
  }

  private static String place(IOException cause, Path dataDirectory) {
    return cause instanceof FileSystemException file && file.getFile() != null
        ? file.getFile()
        : dataDirectory.toString();
  }
}
