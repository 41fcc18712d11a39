package id.gaung.web;

import id.gaung.kernel.Problem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;

/**
 * Keeps requests that are no form away from the doors that take a {@link Form}: without a body
 * Jersey would hand them no form at all, and with it no CSRF token would have been checked.
 */
final class FormsOnly implements DynamicFeature {

  @Override
  public void configure(ResourceInfo info, FeatureContext context) {
    if (Arrays.asList(info.getResourceMethod().getParameterTypes()).contains(Form.class)) {
      context.register((ContainerRequestFilter) FormsOnly::check);
    }
  }

  private static void check(ContainerRequestContext request) {
    MediaType type = request.getMediaType();
    boolean form =
        type != null
            && (type.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE)
                || type.isCompatible(MediaType.MULTIPART_FORM_DATA_TYPE));
    if (!form) {
      throw Problem.forbidden("problem.csrf");
    }
  }
}
