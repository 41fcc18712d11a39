package id.gaung.web;

import id.gaung.kernel.Trace;
import org.glassfish.jersey.server.monitoring.ApplicationEvent;
import org.glassfish.jersey.server.monitoring.ApplicationEventListener;
import org.glassfish.jersey.server.monitoring.RequestEvent;
import org.glassfish.jersey.server.monitoring.RequestEventListener;
import org.slf4j.MDC;

/** Ends the request's trace when the answer has been written, not before: writing can fail too. */
final class TraceEnd implements ApplicationEventListener {

  @Override
  public void onEvent(ApplicationEvent event) {
    // Requests alone matter.
  }

  @Override
  public RequestEventListener onRequest(RequestEvent started) {
    return event -> {
      if (event.getType() == RequestEvent.Type.FINISHED) {
        Trace.end();
        MDC.remove(TraceFilter.MDC_KEY);
      }
    };
  }
}
