package id.gaung.platform.meta;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Optional;

/** Times as a Graph host writes them: zones without a colon, {@code 2026-11-24T10:00:00+0000}. */
public final class GraphTime {

  private static final DateTimeFormatter TIMESTAMP =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .appendPattern("[XX][XXX]")
          .toFormatter();

  private GraphTime() {}

  /** Empty if it is none. */
  public static Optional<Instant> read(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text, TIMESTAMP).toInstant());
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }
}
