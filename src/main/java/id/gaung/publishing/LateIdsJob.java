package id.gaung.publishing;

import id.gaung.jobs.Job;

/** Asks again for what was settled without the network's id. */
record LateIdsJob(LateIds lateIds) implements Job {

  @Override
  public String name() {
    return "identify-settled-posts";
  }

  @Override
  public void run() {
    lateIds.run();
  }
}
