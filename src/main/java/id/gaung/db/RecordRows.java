package id.gaung.db;

import java.lang.reflect.Type;
import java.util.Optional;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.generic.GenericTypes;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.RowMapperFactory;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Maps every record of Gaung by its constructor, so that no feature registers mappers. */
final class RecordRows implements RowMapperFactory {

  // JDBI asks anew for each statement, and reading a constructor's annotations takes its time.
  private final ClassValue<RowMapper<?>> mappers =
      new ClassValue<>() {
        @Override
        protected RowMapper<?> computeValue(Class<?> type) {
          return ConstructorMapper.of(type);
        }
      };

  @Override
  public Optional<RowMapper<?>> build(Type type, ConfigRegistry config) {
    Class<?> raw = GenericTypes.getErasedType(type);
    if (!raw.isRecord() || !raw.getName().startsWith("id.gaung.") || isColumn(raw)) {
      return Optional.empty();
    }
    return Optional.of(mappers.get(raw));
  }

  private static boolean isColumn(Class<?> raw) {
    return raw == id.gaung.kernel.Rupiah.class;
  }
}
