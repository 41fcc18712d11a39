package id.gaung;

import id.gaung.web.PublicPage;
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
@Path("api/v1/openapi.json")
public final class OpenApiResource {

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
            .filter(type -> type.getAnnotation(Path.class).value().startsWith("api/"))
            .filter(type -> type != OpenApiResource.class)
            .collect(Collectors.toSet());
    return ApiDocument.of(resources);
  }
}
