package id.gaung.web;

import id.gaung.kernel.Problem;
import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.Set;

/**
 * Refuses unsafe requests that another site's page sends with our cookies. Requests with a bearer
 * token carry no cookie's authority and are let through; JSON requests of somebody signed in by
 * cookie must repeat the CSRF token in a header (forms repeat it in a field, see {@link
 * FormReader}).
 */
@Priority(Priorities.AUTHENTICATION - 10)
final class SameOriginFilter implements ContainerRequestFilter {

  private static final Set<String> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
  private static final Set<String> OWN = Set.of("same-origin", "none");

  @Override
  public void filter(ContainerRequestContext request) {
    if (SAFE.contains(request.getMethod()) || Paths.hasBearer(request)) {
      return;
    }
    String site = request.getHeaderString("Sec-Fetch-Site");
    String origin = request.getHeaderString("Origin");
    boolean foreign =
        site != null ? !OWN.contains(site) : origin != null && !isOurs(origin, request);
    if (foreign) {
      throw Problem.forbidden("problem.foreign-origin");
    }
    if (Paths.isApi(request) && !request.getCookies().isEmpty()) {
      String token = request.getHeaderString(CsrfToken.HEADER);
      if (token == null || !CsrfToken.matches(request, token)) {
        throw Problem.forbidden("problem.csrf");
      }
    }
  }

  private static boolean isOurs(String origin, ContainerRequestContext request) {
    String host = request.getHeaderString(HttpHeaders.HOST);
    try {
      return URI.create(origin).getAuthority() != null
          && URI.create(origin).getAuthority().equalsIgnoreCase(host);
    } catch (IllegalArgumentException notAnOrigin) {
      return false;
    }
  }
}
