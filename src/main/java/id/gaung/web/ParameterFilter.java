package id.gaung.web;

import id.gaung.kernel.Problem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.UriInfo;

/** Refuses addresses whose path or query holds characters that no text of ours has. */
final class ParameterFilter implements ContainerRequestFilter {

  @Override
  public void filter(ContainerRequestContext request) {
    UriInfo uri = request.getUriInfo();
    if (!PlainText.is(uri.getPath())) {
      throw Problem.parameter("path", "field.characters");
    }
    uri.getQueryParameters()
        .forEach(
            (name, values) -> {
              if (!PlainText.is(name) || !values.stream().allMatch(PlainText::is)) {
                throw Problem.parameter(PlainText.of(name), "field.characters");
              }
            });
  }
}
