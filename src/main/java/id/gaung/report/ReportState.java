package id.gaung.report;

/** What a version of a week's report is. */
public enum ReportState {
  /** Made on Monday 08:00 WITA; late data may still change it. */
  PROVISIONAL,
  /** Made on Thursday 08:00 WITA. */
  FINAL,
  /** Made later by a person, with the list of what differs. */
  REVISED
}
