package id.gaung.report;

import id.gaung.platform.Figure;

/** Why a measure of a post has no number for the week; it is never zero. */
public enum Why {
  NOT_OFFERED,
  NOT_YET,
  HIDDEN,
  REFUSED,
  /** The last reading is older than 72 hours at the week's end. */
  STALE,
  /** Its network's terms had the readings deleted before this was made. */
  DELETED,
  /** Its network's id is not known: a person said that it is out, and nothing can be read. */
  UNMEASURABLE,
  /** Nobody has read it yet. */
  NEVER_READ,
  /** It was out before Gaung could look: its first reading is where counting begins. */
  OPENING;

  static Why of(Figure.Gap gap) {
    return valueOf(gap.name());
  }
}
