package id.gaung.publishing;

import id.gaung.jobs.Job;

/** Keeps the engine's claims. */
record HeartbeatJob(PublishingEngine engine) implements Job {

  @Override
  public String name() {
    return "renew-publishing-claims";
  }

  @Override
  public void run() {
    engine.heartbeat();
  }
}
