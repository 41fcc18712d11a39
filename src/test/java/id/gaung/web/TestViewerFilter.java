package id.gaung.web;

import id.gaung.kernel.Role;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/** Signs in whoever says a role in the header X-Role. */
@Priority(Priorities.AUTHENTICATION)
final class TestViewerFilter implements ContainerRequestFilter {

  @Override
  public void filter(ContainerRequestContext request) {
    String role = request.getHeaderString("X-Role");
    if (role == null) {
      return;
    }
    Viewer viewer = TestDoors.Somebody.with(Role.valueOf(role), Language.EN);
    request.setSecurityContext(
        new SecurityContext() {
          @Override
          public Principal getUserPrincipal() {
            return viewer;
          }

          @Override
          public boolean isUserInRole(String name) {
            return name.equals(role);
          }

          @Override
          public boolean isSecure() {
            return false;
          }

          @Override
          public String getAuthenticationScheme() {
            return "TEST";
          }
        });
  }
}
