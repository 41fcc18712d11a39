package id.gaung.identity;

import id.gaung.kernel.Role;
import id.gaung.web.Viewer;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/** A request's security as JAX-RS asks for it. */
record ViewerSecurity(Viewer viewer, boolean secure, boolean bearer) implements SecurityContext {

  @Override
  public Principal getUserPrincipal() {
    return viewer;
  }

  @Override
  public boolean isUserInRole(String role) {
    return viewer.roles().stream().map(Role::name).anyMatch(role::equals);
  }

  @Override
  public boolean isSecure() {
    return secure;
  }

  @Override
  public String getAuthenticationScheme() {
    return bearer ? "BEARER" : FORM_AUTH;
  }
}
