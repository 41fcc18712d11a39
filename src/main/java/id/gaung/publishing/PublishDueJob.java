package id.gaung.publishing;

import id.gaung.jobs.Job;

/** The engine's clock. */
record PublishDueJob(PublishingEngine engine) implements Job {

  @Override
  public String name() {
    return "publish-due-posts";
  }

  @Override
  public void run() {
    engine.tick();
  }
}
