package id.gaung.web;

import id.gaung.kernel.Role;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who may enter. Deny by default: an endpoint must say {@link RolesAllowed}, {@link PermitAll}
 * (anybody signed in) or {@link PublicPage}, on the method or on the class, or the application does
 * not start.
 */
public final class AccessRules implements DynamicFeature {

  @Override
  public void configure(ResourceInfo info, FeatureContext context) {
    Method method = info.getResourceMethod();
    if (!method.getDeclaringClass().getName().startsWith("id.gaung.")) {
      return;
    }
    rule(method).ifPresent(roles -> context.register(new AccessGate(roles)));
  }

  /**
   * The roles of which one is needed; empty if everybody may enter.
   *
   * @throws IllegalStateException if the endpoint does not say
   */
  public static Optional<Set<Role>> rule(Method method) {
    if (find(method, PublicPage.class).isPresent()) {
      return Optional.empty();
    }
    Optional<Set<Role>> named =
        find(method, RolesAllowed.class)
            .map(a -> Arrays.stream(a.value()).map(Role::valueOf).collect(Collectors.toSet()));
    if (named.isPresent()) {
      return named;
    }
    if (find(method, PermitAll.class).isPresent()) {
      return Optional.of(Set.of(Role.values()));
    }
    throw new IllegalStateException("nobody says who may enter " + method);
  }

  private static <A extends Annotation> Optional<A> find(Method method, Class<A> type) {
    for (Class<? extends Annotation> rule :
        Set.of(PublicPage.class, RolesAllowed.class, PermitAll.class)) {
      if (method.isAnnotationPresent(rule)) {
        return Optional.ofNullable(method.getAnnotation(type));
      }
    }
    return Optional.ofNullable(method.getDeclaringClass().getAnnotation(type));
  }
}
