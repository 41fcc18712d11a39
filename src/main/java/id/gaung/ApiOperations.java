package id.gaung;

import com.fasterxml.jackson.annotation.JsonView;
import id.gaung.web.AccessRules;
import io.dropwizard.auth.Auth;
import io.swagger.v3.jaxrs2.ResolvedParameter;
import io.swagger.v3.jaxrs2.ext.AbstractOpenAPIExtension;
import io.swagger.v3.jaxrs2.ext.OpenAPIExtension;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import jakarta.ws.rs.Consumes;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the doors' signatures do not tell a reader who knows only JAX-RS. */
final class ApiOperations extends AbstractOpenAPIExtension {

  /** The response that every operation shares. */
  static final String PROBLEM = "Problem";

  /** The viewer comes from the token; without this it would be taken for the body. */
  @Override
  public ResolvedParameter extractParameters(
      List<Annotation> annotations,
      Type type,
      Set<Type> typesToSkip,
      Components components,
      @Nullable Consumes classConsumes,
      @Nullable Consumes methodConsumes,
      boolean includeRequestBody,
      @Nullable JsonView jsonView,
      Iterator<OpenAPIExtension> chain) {
    if (annotations.stream().anyMatch(Auth.class::isInstance)) {
      return new ResolvedParameter();
    }
    return super.extractParameters(
        annotations,
        type,
        typesToSkip,
        components,
        classConsumes,
        methodConsumes,
        includeRequestBody,
        jsonView,
        chain);
  }

  @Override
  public void decorateOperation(
      Operation operation, Method method, Iterator<OpenAPIExtension> chain) {
    super.decorateOperation(operation, method, chain);
    if (AccessRules.rule(method).isEmpty()) {
      operation.setSecurity(List.of());
    }
    operation.setResponses(responses(operation.getResponses(), method));
  }

  private static ApiResponses responses(@Nullable ApiResponses read, Method method) {
    ApiResponses said = new ApiResponses();
    if (read != null) {
      read.forEach(
          (status, response) ->
              said.addApiResponse(
                  status.equals(ApiResponses.DEFAULT) ? success(method) : status, response));
    }
    said.values().forEach(response -> response.setDescription("Done"));
    return said.addApiResponse(
        ApiResponses.DEFAULT, new ApiResponse().$ref("#/components/responses/" + PROBLEM));
  }

  /** The statuses of doors that answer a bare response are said at the door. */
  private static String success(Method method) {
    return method.getReturnType() == void.class ? "204" : "200";
  }
}
