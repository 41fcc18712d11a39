package id.gaung.web;

import id.gaung.kernel.Problem;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.function.LongSupplier;

/**
 * Refuses requests that could be understood in two ways, before anything is asked of them: paths
 * with parameters ({@code /api;x/v1}), which matching leaves away and other checks do not; bodies
 * that are packed, which might unfold without end; bodies of any kind at all. The rest is read at a
 * pace ({@link PacedBody}).
 */
@PreMatching
@Priority(5)
final class PlainRequests implements ContainerRequestFilter {

  /** The time that passes, for what waits for visitors; no time of day. */
  static final LongSupplier TICKING = System::nanoTime;

  @Override
  public void filter(ContainerRequestContext request) {
    if (request.getUriInfo().getRequestUri().getRawPath().indexOf(';') >= 0) {
      throw Problem.parameter("path", "field.characters");
    }
    String encoding = request.getHeaderString(HttpHeaders.CONTENT_ENCODING);
    if (encoding != null && !encoding.isBlank() && !encoding.strip().equals("identity")) {
      throw Problem.of(Problem.Kind.UNSUPPORTED, "problem.media-type");
    }
    MediaType type = request.getMediaType();
    if (type != null && (type.isWildcardType() || type.isWildcardSubtype())) {
      throw Problem.of(Problem.Kind.UNSUPPORTED, "problem.media-type");
    }
    request.setEntityStream(new PacedBody(request.getEntityStream(), TICKING));
  }
}
