package id.gaung.web;

import id.gaung.kernel.Trace;
import java.io.Closeable;
import java.io.IOException;
import org.glassfish.jersey.server.monitoring.ApplicationEvent;
import org.glassfish.jersey.server.monitoring.ApplicationEventListener;
import org.glassfish.jersey.server.monitoring.RequestEvent;
import org.glassfish.jersey.server.monitoring.RequestEventListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Ends the request's trace when the answer has been written, not before: writing can fail too. */
final class TraceEnd implements ApplicationEventListener {

  private static final Logger LOG = LoggerFactory.getLogger(TraceEnd.class);

  /** Property of a request: what is to be closed at its end. */
  static final String CLOSING = TraceEnd.class.getName();

  @Override
  public void onEvent(ApplicationEvent event) {
    // Requests alone matter.
  }

  @Override
  public RequestEventListener onRequest(RequestEvent started) {
    return event -> {
      if (event.getType() == RequestEvent.Type.FINISHED) {
        Repeats.ended(event.getContainerRequest());
        close(event.getContainerRequest().getProperty(CLOSING));
        Trace.end();
        MDC.remove(TraceFilter.MDC_KEY);
      }
    };
  }

  private static void close(@Nullable Object files) {
    if (files instanceof Closeable open) {
      try {
        open.close();
      } catch (IOException failed) {
        LOG.warn("Files of a form could not be deleted", failed);
      }
    }
  }
}
