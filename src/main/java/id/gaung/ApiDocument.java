package id.gaung;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import id.gaung.kernel.Network;
import id.gaung.kernel.Rupiah;
import id.gaung.web.ProblemDetails;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.jaxrs2.Reader;
import io.swagger.v3.jaxrs2.ext.OpenAPIExtensions;
import io.swagger.v3.oas.integration.SwaggerConfiguration;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The OpenAPI document of the JSON doors. */
final class ApiDocument {

  private static final String TOKEN = "token";

  static {
    // The library keeps these for the whole process; there is no other reader of doors in it.
    // It reads answers as OpenAPI 3.1 and bodies as 3.0, whatever is asked for.
    ModelConverters.getInstance(true).addConverter(new ApiSchemas());
    ModelConverters.getInstance(false).addConverter(new ApiSchemas());
    OpenAPIExtensions.setExtensions(
        Stream.concat(Stream.of(new ApiOperations()), OpenAPIExtensions.getExtensions().stream())
            .collect(Collectors.toList()));
  }

  private ApiDocument() {}

  static String of(Set<Class<?>> doors) {
    OpenAPI begun =
        new OpenAPI()
            .info(
                new Info()
                    .title("Gaung")
                    .version("v1")
                    .description(
                        "Promotion of small businesses. Problems are answered as RFC 9457 problem"
                            + " details. Tokens are made on one's profile."))
            .components(components())
            .security(List.of(new SecurityRequirement().addList(TOKEN)));
    OpenAPI read =
        new Reader(new SwaggerConfiguration().openAPI(begun).openAPI31(true)).read(doors);
    ModelConverters.getInstance(true)
        .readAll(ProblemDetails.class)
        .forEach(read.getComponents()::addSchemas);
    for (Schema<?> schema : read.getComponents().getSchemas().values()) {
      if (schema.getTypes() == null && schema.getProperties() != null) {
        schema.setTypes(Set.of("object"));
      }
    }
    try {
      return Json31.pretty().writeValueAsString(read);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Components components() {
    return new Components()
        .addSecuritySchemes(
            TOKEN, new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"))
        .addResponses(
            ApiOperations.PROBLEM,
            new ApiResponse()
                .description("A problem: why, and which fields are wrong")
                .content(
                    new Content()
                        .addMediaType(
                            ProblemDetails.MEDIA_TYPE,
                            new MediaType()
                                .schema(
                                    new Schema<>().$ref(ProblemDetails.class.getSimpleName())))));
  }

  /** Our types as they are on the wire, where that is not how they are in Java. */
  static final class ApiSchemas implements ModelConverter {

    @Override
    public @Nullable Schema<?> resolve(
        AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
      JavaType java = TypeFactory.defaultInstance().constructType(type.getType());
      if (java.hasRawClass(Rupiah.class)) {
        return plain("integer", "int64").description("Whole rupiah; there are no sen");
      }
      if (Network.class.isAssignableFrom(java.getRawClass())) {
        Schema<Object> schema = plain("string");
        Network.all().forEach(network -> schema.addEnumItemObject(network.name()));
        return schema;
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

    private static Schema<Object> plain(String type) {
      Schema<Object> schema = new Schema<>();
      schema.setType(type);
      schema.setTypes(Set.of(type));
      return schema;
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
}
