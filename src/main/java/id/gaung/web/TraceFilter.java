package id.gaung.web;

import id.gaung.kernel.Ids;
import id.gaung.kernel.Trace;
import jakarta.annotation.Priority;
import jakarta.inject.Provider;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Gives every request an id, which the response, the log and the audit rows carry; {@link TraceEnd}
 * ends it.
 */
@PreMatching
@Priority(0)
final class TraceFilter implements ContainerRequestFilter, ContainerResponseFilter {

  static final String MDC_KEY = "request";
  private static final String HEADER = "X-Request-Id";

  private final Ids ids;

  @Context private @Nullable Provider<HttpServletRequest> servletRequest;

  TraceFilter(Ids ids) {
    this.ids = ids;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    String id = ids.next().toString();
    HttpServletRequest servlet = servletRequest == null ? null : servletRequest.get();
    Trace.begin(new Trace(id, servlet == null ? "" : servlet.getRemoteAddr()));
    MDC.put(MDC_KEY, id);
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    String id = Trace.current().requestId();
    if (!id.isEmpty()) {
      response.getHeaders().putSingle(HEADER, id);
    }
  }
}
