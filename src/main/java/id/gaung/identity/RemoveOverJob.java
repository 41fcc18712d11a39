package id.gaung.identity;

import id.gaung.jobs.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes sessions, links, failures and kept answers that are over. */
final class RemoveOverJob implements Job {

  private static final Logger LOG = LoggerFactory.getLogger(RemoveOverJob.class);

  private final Sessions sessions;
  private final SignInLinks links;
  private final Throttle throttle;
  private final KeptAnswers answers;

  RemoveOverJob(Sessions sessions, SignInLinks links, Throttle throttle, KeptAnswers answers) {
    this.sessions = sessions;
    this.links = links;
    this.throttle = throttle;
    this.answers = answers;
  }

  @Override
  public String name() {
    return "remove-over-sign-ins";
  }

  @Override
  public void run() {
    int removed =
        sessions.removeOver() + links.removeOver() + throttle.removeOver() + answers.removeOver();
    if (removed > 0) {
      LOG.info("Removed {} sessions, links, failures and kept answers that were over", removed);
    }
  }
}
