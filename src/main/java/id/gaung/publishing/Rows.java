package id.gaung.publishing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import id.gaung.web.Json;
import java.util.List;

/**
 * Rows for a statement that changes many at once: a JSON array which PostgreSQL reads with {@code
 * jsonb_to_recordset}, so that one statement of one text serves any number of rows.
 */
final class Rows {

  private static final ObjectMapper JSON =
      Json.mapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);

  private Rows() {}

  static String of(List<? extends Record> rows) {
    try {
      return JSON.writeValueAsString(rows);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
