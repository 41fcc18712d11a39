package id.gaung.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import id.gaung.web.ValueReader.UnfitValue;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads dates, {@code 2026-11-24} and nothing else. */
final class DateReader extends StdDeserializer<LocalDate> {

  private static final long serialVersionUID = 1L;
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2100;

  DateReader() {
    super(LocalDate.class);
  }

  @Override
  public @Nullable LocalDate deserialize(JsonParser in, DeserializationContext context)
      throws IOException {
    String text = text(in, context, LocalDate.class);
    if (text.isEmpty()) {
      return null;
    }
    try {
      return inOurTime(in, LocalDate.parse(text));
    } catch (DateTimeException wrong) {
      throw context.weirdStringException(text, LocalDate.class, "not a date");
    }
  }

  /** Jackson's own readers take arrays and numbers too, which nobody here means. */
  static String text(JsonParser in, DeserializationContext context, Class<?> type)
      throws IOException {
    if (!in.hasToken(JsonToken.VALUE_STRING)) {
      throw context.wrongTokenException(in, type, JsonToken.VALUE_STRING, "not a text");
    }
    return in.getText().strip();
  }

  /** A mistyped year is far off; PostgreSQL would keep it, and no plan means it. */
  static LocalDate inOurTime(JsonParser in, LocalDate date) throws UnfitValue {
    if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
      throw new UnfitValue(
          in, "field.year", Integer.toString(FIRST_YEAR), Integer.toString(LAST_YEAR));
    }
    return date;
  }
}
