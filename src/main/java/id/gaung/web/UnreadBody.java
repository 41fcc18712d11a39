package id.gaung.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads what is left of a small body that was refused unread. The server would otherwise close the
 * connection after its answer, and a browser that sends its next form on that same connection would
 * see it fail without knowing why. A large body is left alone: reading it would cost more than a
 * new connection.
 */
@PreMatching
final class UnreadBody implements ContainerRequestFilter, ContainerResponseFilter {

  private static final String BODY = UnreadBody.class.getName();
  private static final int SMALL_BYTES = 64 * 1024;

  @Override
  public void filter(ContainerRequestContext request) {
    if (request.getLength() > 0 && request.getLength() <= SMALL_BYTES) {
      // Kept, because the request's own stream says nothing but an error once it is closed.
      request.setProperty(BODY, request.getEntityStream());
    }
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(BODY) instanceof InputStream body) {
      try {
        body.skip(SMALL_BYTES);
      } catch (IOException readAlready) {
        // Whoever reads a body closes it: nothing is left.
      }
    }
  }
}
