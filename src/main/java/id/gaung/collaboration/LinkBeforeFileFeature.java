package id.gaung.collaboration;

import id.gaung.web.TakesFile;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.util.List;

/**
 * Looks at an offer's link before the file that comes by it is read: a wrong link sends nothing.
 */
final class LinkBeforeFileFeature implements DynamicFeature {

  private static final List<String> LINKS = List.of("o/{token}", "api/v1/offer-links/{token}");

  private final OfferLinks links;

  LinkBeforeFileFeature(OfferLinks links) {
    this.links = links;
  }

  @Override
  public void configure(ResourceInfo info, FeatureContext context) {
    if (isByLink(info.getResourceClass())
        && info.getResourceMethod().isAnnotationPresent(TakesFile.class)) {
      context.register(new Gate(links));
    }
  }

  /** Also those of features above, whose addresses are below the link's. */
  private static boolean isByLink(Class<?> door) {
    Path path = door.getAnnotation(Path.class);
    return path != null && LINKS.stream().anyMatch(path.value()::startsWith);
  }

  @Priority(Priorities.AUTHORIZATION)
  private record Gate(OfferLinks links) implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
      links.read(String.valueOf(request.getUriInfo().getPathParameters().getFirst("token")));
    }
  }
}
