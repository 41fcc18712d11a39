package id.gaung.db;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** A {@code Map<String, String>} in a {@code jsonb} column; keys sorted. */
final class JsonColumn extends AbstractArgumentFactory<Map<String, String>>
    implements ColumnMapper<Map<String, String>> {

  static final GenericType<Map<String, String>> TYPE = new GenericType<>() {};
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<TreeMap<String, String>> MAP = new TypeReference<>() {};

  JsonColumn() {
    super(java.sql.Types.OTHER);
  }

  @Override
  protected Argument build(Map<String, String> value, ConfigRegistry config) {
    String text = write(value);
    return (position, statement, ctx) -> statement.setObject(position, text, java.sql.Types.OTHER);
  }

  @Override
  public Map<String, String> map(ResultSet row, int column, StatementContext ctx)
      throws SQLException {
    String text = row.getString(column);
    if (text == null) {
      return Map.of();
    }
    try {
      return Map.copyOf(JSON.readValue(text, MAP));
    } catch (JsonProcessingException notAMap) {
      throw new SQLException("not a map of texts: column " + column, notAMap);
    }
  }

  private static String write(Map<String, String> value) {
    try {
      return JSON.writeValueAsString(new TreeMap<>(value));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
