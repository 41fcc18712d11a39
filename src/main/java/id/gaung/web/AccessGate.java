package id.gaung.web;

import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.util.Set;

@Priority(Priorities.AUTHORIZATION)
record AccessGate(Set<Role> roles) implements ContainerRequestFilter {
  @Override
  public void filter(ContainerRequestContext request) {
    Viewer viewer =
        Frames.viewer(request)
            .orElseThrow(() -> Problem.of(Problem.Kind.UNAUTHENTICATED, "problem.unauthenticated"));
    if (viewer.roles().stream().noneMatch(roles::contains)) {
      throw Problem.forbidden("problem.forbidden");
    }
  }
}
