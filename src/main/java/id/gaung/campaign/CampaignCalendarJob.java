package id.gaung.campaign;

import id.gaung.jobs.Job;

/** Begins and ends campaigns by the calendar. */
final class CampaignCalendarJob implements Job {

  private final CampaignSteps steps;

  CampaignCalendarJob(CampaignSteps steps) {
    this.steps = steps;
  }

  @Override
  public String name() {
    return "campaign-calendar";
  }

  @Override
  public void run() {
    steps.activateDue();
    steps.completeDue();
  }
}
