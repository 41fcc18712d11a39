package id.gaung.collaboration;

import id.gaung.jobs.Job;

/** Ends what the clock ends. */
final class DeadlineJob implements Job {

  private final OfferDeadlines deadlines;

  DeadlineJob(OfferDeadlines deadlines) {
    this.deadlines = deadlines;
  }

  @Override
  public String name() {
    return "collaboration-deadlines";
  }

  @Override
  public void run() {
    deadlines.expire();
    deadlines.miss();
  }
}
