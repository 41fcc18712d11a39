package id.gaung.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes an outage into the log once and not for each request that meets it, since those may be
 * thousands; an answer that is well ends it.
 */
final class OutageLog implements ContainerResponseFilter {

  private static final Logger LOG = LoggerFactory.getLogger(OutageLog.class);

  private volatile Optional<Outage> told = Optional.empty();

  synchronized void tell(Outage outage, Throwable thrown) {
    if (told.filter(outage::equals).isEmpty()) {
      told = Optional.of(outage);
      LOG.error("Requests are answered 503: {}", outage, thrown);
    }
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getStatus() < 400) {
      told = Optional.empty();
    }
  }
}
