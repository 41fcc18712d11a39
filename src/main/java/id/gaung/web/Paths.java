package id.gaung.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;

/** Questions about a request's address and kind. */
final class Paths {

  private Paths() {}

  /** JSON doors answer problems as JSON, pages as pages. */
  static boolean isApi(ContainerRequestContext request) {
    String path = request.getUriInfo().getPath();
    return path.startsWith("api/") || path.startsWith("/api/");
  }

  static boolean hasBearer(ContainerRequestContext request) {
    String authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    return authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, 7);
  }
}
