package id.gaung.report;

import id.gaung.kernel.Tone;

/** What a version of a week's report is. */
public enum ReportState {
  /** Made on Monday 08:00 WITA; late data may still change it. */
  PROVISIONAL,
  /** Made on Thursday 08:00 WITA. */
  FINAL,
  /** Made later by a person, with the list of what differs. */
  REVISED;

  /** How it is to be taken. */
  public Tone tone() {
    return switch (this) {
      case PROVISIONAL -> Tone.WAIT;
      case FINAL -> Tone.GOOD;
      case REVISED -> Tone.INFO;
    };
  }

  /** Of the sprite. */
  public String icon() {
    return this == REVISED ? "pencil" : tone().icon();
  }
}
