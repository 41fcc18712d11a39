package id.gaung.web;

import id.gaung.kernel.Actor;
import id.gaung.kernel.Role;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.Optional;

/** Signs everybody in as the one person the test names. */
@Priority(Priorities.AUTHENTICATION)
public final class SignedInAs implements ContainerRequestFilter {

  private volatile Optional<Actor> who = Optional.empty();

  public void person(Actor actor) {
    who = Optional.of(actor);
  }

  public void nobody() {
    who = Optional.empty();
  }

  @Override
  public void filter(ContainerRequestContext request) {
    who.ifPresent(actor -> request.setSecurityContext(new Context(new TestViewer(actor))));
  }

  private record Context(Viewer viewer) implements SecurityContext {
    @Override
    public Principal getUserPrincipal() {
      return viewer;
    }

    @Override
    public boolean isUserInRole(String role) {
      return viewer.is(Role.valueOf(role));
    }

    @Override
    public boolean isSecure() {
      return false;
    }

    @Override
    public String getAuthenticationScheme() {
      return "TEST";
    }
  }
}
