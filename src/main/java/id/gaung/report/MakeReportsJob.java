package id.gaung.report;

import id.gaung.jobs.Job;

/** Makes the weekly reports that are due. */
final class MakeReportsJob implements Job {

  private final WeeklyReports reports;

  MakeReportsJob(WeeklyReports reports) {
    this.reports = reports;
  }

  @Override
  public String name() {
    return "weekly-reports";
  }

  @Override
  public void run() {
    reports.makeDue();
  }
}
