package id.gaung;

import com.fasterxml.jackson.core.JsonProcessingException;
import id.gaung.web.PublicPage;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.jaxrs2.Reader;
import io.swagger.v3.oas.integration.SwaggerConfiguration;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.glassfish.jersey.server.ResourceConfig;

/** The description of the API, made from the doors themselves when it is first asked for. */
@Path("/api/v1/openapi.json")
public final class OpenApiResource {

  private static final String TOKEN = "token";

  private final ResourceConfig doors;
  private final AtomicReference<Optional<String>> document =
      new AtomicReference<>(Optional.empty());

  OpenApiResource(ResourceConfig doors) {
    this.doors = doors;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @PublicPage("it describes the API and holds no data")
  public String show() {
    return document
        .updateAndGet(made -> made.isPresent() ? made : Optional.of(make()))
        .orElseThrow();
  }

  private String make() {
    Set<Class<?>> resources =
        doors.getClasses().stream()
            .filter(type -> type.getName().startsWith("id.gaung."))
            .filter(type -> type.isAnnotationPresent(Path.class))
            .filter(type -> type.getAnnotation(Path.class).value().startsWith("/api/"))
            .filter(type -> type != OpenApiResource.class)
            .collect(Collectors.toSet());
    OpenAPI api =
        new OpenAPI()
            .info(
                new Info()
                    .title("Gaung")
                    .version("v1")
                    .description(
                        "Promotion of small businesses. Problems are answered as RFC 9457 problem"
                            + " details. Tokens are made on one's profile."))
            .components(
                new Components()
                    .addSecuritySchemes(
                        TOKEN,
                        new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer")))
            .addSecurityItem(new SecurityRequirement().addList(TOKEN));
    OpenAPI read =
        new Reader(new SwaggerConfiguration().openAPI(api).openAPI31(true)).read(resources);
    try {
      return Json31.pretty().writeValueAsString(read);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
