package id.gaung.web;

import id.gaung.kernel.Problem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is no fault of ours and passes: the database is away, is starting or gives no connection, or
 * the disk is full or cannot be reached. Told by the classes of SQLSTATE (PostgreSQL's appendix A)
 * and the systems' words.
 */
enum Outage {
  DATABASE_AWAY("problem.database-away", Duration.ofSeconds(5)),
  BUSY("problem.database-busy", Duration.ofSeconds(10)),
  DISK_FULL("problem.disk-full", Duration.ofMinutes(5)),
  FILES_AWAY("problem.files-away", Duration.ofSeconds(30));

  private static final int DEPTH = 20;

  /**
   * As Linux says it in English and Indonesian, of a disk and of an account's part, and Windows.
   */
  private static final List<String> FULL =
      List.of(
          "no space left on device",
          "tak ada ruang tersisa",
          "tidak ada ruang tersisa",
          "disk quota exceeded",
          "kuota disk terlampaui",
          "not enough space on the disk");

  private final String key;
  private final Duration wait;

  Outage(String key, Duration wait) {
    this.key = key;
    this.wait = wait;
  }

  Problem problem() {
    return Problem.unavailable(wait, key);
  }

  /** Of the exception or one of its causes; empty if it is something else. */
  static Optional<Outage> in(Throwable thrown) {
    Throwable one = thrown;
    for (int depth = 0; one != null && depth < DEPTH; depth++) {
      Optional<Outage> found = of(one);
      if (found.isPresent()) {
        return found;
      }
      one = one.getCause();
    }
    return Optional.empty();
  }

  private static Optional<Outage> of(Throwable thrown) {
    String words = String.valueOf(thrown.getMessage()).toLowerCase(Locale.ROOT);
    if (FULL.stream().anyMatch(words::contains)) {
      return Optional.of(DISK_FULL);
    }
    if (thrown instanceof FileSystemException) {
      return Optional.of(FILES_AWAY);
    }
    if (!(thrown instanceof SQLException refused)) {
      return Optional.empty();
    }
    String state = refused.getSQLState() == null ? "" : refused.getSQLState();
    if (state.equals("53100")) {
      return Optional.of(DISK_FULL);
    }
    // 08: the connection; 57P: the server is shut down, has crashed or is starting.
    if (state.startsWith("08") || state.startsWith("57P")) {
      return Optional.of(DATABASE_AWAY);
    }
    // 53: no connections or memory; 55P03 and 57014: a lock or an answer took too long. The pool
    // says with a class of its own that all its connections are taken.
    boolean exhausted =
        thrown instanceof SQLTransientConnectionException
            || thrown.getClass().getSimpleName().equals("PoolExhaustedException");
    return exhausted || state.startsWith("53") || state.equals("55P03") || state.equals("57014")
        ? Optional.of(BUSY)
        : Optional.empty();
  }

  /**
   * Writes an outage into the log once and not for each request that meets it, since those may be
   * thousands; an answer that is well ends it.
   */
  static final class OutageLog implements ContainerResponseFilter {

    private static final Logger LOG = LoggerFactory.getLogger(OutageLog.class);

    private volatile Optional<Outage> told = Optional.empty();

    synchronized void tell(Outage outage, Throwable thrown) {
      if (told.filter(outage::equals).isEmpty()) {
        told = Optional.of(outage);
        LOG.error("Requests are answered 503: {}", outage, thrown);
      }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
      if (response.getStatus() < 400) {
        told = Optional.empty();
      }
    }
  }
}
