package id.gaung.web;

import jakarta.annotation.Priority;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads our constants from addresses, in any case. Dropwizard's own reader answers an unknown one
 * by itself, without saying which parameter it was.
 */
@Priority(1)
final class ConstantParams implements ParamConverterProvider {

  @Override
  public <T> @Nullable ParamConverter<T> getConverter(
      Class<T> type, @Nullable Type genericType, Annotation @Nullable [] annotations) {
    return type.isEnum() && type.getName().startsWith("id.gaung.") ? new Constants<>(type) : null;
  }

  private record Constants<T>(Class<T> type) implements ParamConverter<T> {

    @Override
    public @Nullable T fromString(@Nullable String text) {
      if (text == null || text.isBlank()) {
        return null;
      }
      String name = text.strip().toUpperCase(Locale.ROOT).replace('-', '_');
      for (T constant : type.getEnumConstants()) {
        if (((Enum<?>) constant).name().equals(name)) {
          return constant;
        }
      }
      throw new IllegalArgumentException("no such " + type.getSimpleName());
    }

    @Override
    public String toString(T value) {
      return ((Enum<?>) value).name();
    }
  }
}
