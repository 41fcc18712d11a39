package id.gaung;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import id.gaung.kernel.Rupiah;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.Schema;
import java.io.InputStream;
import java.util.Iterator;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Our types as they are on the wire, where that is not how they are in Java. */
final class ApiSchemas implements ModelConverter {

  @Override
  public @Nullable Schema<?> resolve(
      AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
    JavaType java = TypeFactory.defaultInstance().constructType(type.getType());
    if (java.hasRawClass(Rupiah.class)) {
      return plain("integer", "int64").description("Whole rupiah; there are no sen");
    }
    if (java.hasRawClass(OptionalLong.class)) {
      return plain("integer", "int64");
    }
    if (java.hasRawClass(OptionalInt.class)) {
      return plain("integer", "int32");
    }
    if (java.hasRawClass(InputStream.class)) {
      return plain("string", "binary");
    }
    return chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
  }

  /** Said twice: bodies are described by the one property, answers by the other. */
  private static Schema<?> plain(String type, String format) {
    Schema<?> schema = new Schema<>();
    schema.setType(type);
    schema.setTypes(Set.of(type));
    schema.setFormat(format);
    return schema;
  }
}
