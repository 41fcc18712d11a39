package id.gaung.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import id.gaung.kernel.Wita;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import org.jspecify.annotations.Nullable;

/**
 * Reads a date and time of WITA. One with a zone, such as the {@code Z} of our own answers, is
 * turned into WITA; one without is WITA already, as forms send it.
 */
final class WitaReader extends StdDeserializer<LocalDateTime> {

  private static final long serialVersionUID = 1L;

  WitaReader() {
    super(LocalDateTime.class);
  }

  @Override
  public @Nullable LocalDateTime deserialize(JsonParser in, DeserializationContext context)
      throws IOException {
    String text = DateReader.text(in, context, LocalDateTime.class);
    if (text.isEmpty()) {
      return null;
    }
    try {
      LocalDateTime read = wita(text);
      DateReader.inOurTime(in, read.toLocalDate());
      return read;
    } catch (DateTimeException wrong) {
      throw context.weirdStringException(text, LocalDateTime.class, "not a date and time");
    }
  }

  private static LocalDateTime wita(String text) {
    TemporalAccessor read =
        DateTimeFormatter.ISO_DATE_TIME.parseBest(text, ZonedDateTime::from, LocalDateTime::from);
    return read instanceof ZonedDateTime zoned
        ? Wita.dateTime(zoned.toInstant())
        : LocalDateTime.from(read);
  }
}
