package id.gaung.identity;

import id.gaung.web.Viewer;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;

/**
 * Says who is asking, by the bearer token or else by the session's cookie; refuses nobody, which
 * the doors do. Before matching, so that the page about a wrong address knows its reader too.
 */
@PreMatching
@Priority(Priorities.AUTHENTICATION)
final class ViewerFilter implements ContainerRequestFilter {

  private static final String BEARER = "Bearer ";

  private final Sessions sessions;
  private final ApiTokens tokens;

  ViewerFilter(Sessions sessions, ApiTokens tokens) {
    this.sessions = sessions;
    this.tokens = tokens;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    viewer(request).ifPresent(viewer -> request.setSecurityContext(of(viewer, request)));
  }

  /**
   * A request with a bearer token gets no authority from its cookie, not even if the token is bad:
   * such requests are spared the checks against other sites' forms.
   */
  private Optional<SignedInViewer> viewer(ContainerRequestContext request) {
    String authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    if (authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return tokens.viewer(Token.presented(authorization.substring(BEARER.length()).strip()));
    }
    return SessionCookie.in(request).flatMap(sessions::viewer);
  }

  private static SecurityContext of(Viewer viewer, ContainerRequestContext request) {
    boolean bearer = request.getHeaderString(HttpHeaders.AUTHORIZATION) != null;
    return new ViewerSecurity(viewer, request.getSecurityContext().isSecure(), bearer);
  }
}
