package id.gaung.identity;

import id.gaung.jobs.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes sessions, links and failures that are over. */
final class RemoveOverJob implements Job {

  private static final Logger LOG = LoggerFactory.getLogger(RemoveOverJob.class);

  private final Sessions sessions;
  private final SignInLinks links;
  private final Throttle throttle;

  RemoveOverJob(Sessions sessions, SignInLinks links, Throttle throttle) {
    this.sessions = sessions;
    this.links = links;
    this.throttle = throttle;
  }

  @Override
  public String name() {
    return "remove-over-sign-ins";
  }

  @Override
  public void run() {
    int removed = sessions.removeOver() + links.removeOver() + throttle.removeOver();
    if (removed > 0) {
      LOG.info("Removed {} sessions, links and failures that were over", removed);
    }
  }
}
