package id.gaung.collaboration;

import id.gaung.web.TakesFile;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.util.Set;

/**
 * Looks at an offer's link before the file that comes by it is read: a wrong link sends nothing.
 */
final class LinkBeforeFileFeature implements DynamicFeature {

  private static final Set<Class<?>> DOORS =
      Set.of(PublicOfferPages.class, OfferLinkResource.class, OfferMediaResource.class);

  private final OfferLinks links;

  LinkBeforeFileFeature(OfferLinks links) {
    this.links = links;
  }

  @Override
  public void configure(ResourceInfo info, FeatureContext context) {
    if (DOORS.contains(info.getResourceClass())
        && info.getResourceMethod().isAnnotationPresent(TakesFile.class)) {
      context.register(new Gate(links));
    }
  }

  @Priority(Priorities.AUTHORIZATION)
  private record Gate(OfferLinks links) implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
      links.read(String.valueOf(request.getUriInfo().getPathParameters().getFirst("token")));
    }
  }
}
