package id.gaung.mail;

import id.gaung.kernel.Tone;

/** How far a message is. */
public enum MailState {
  /** It waits for its time, or for the server. */
  QUEUED(Tone.INFO, "clock"),
  /** A node is telling it to the server. */
  SENDING(Tone.INFO, "clock"),
  /** The server has taken it, or a person says that it arrived. */
  SENT(Tone.GOOD, "check"),
  /** The server does not take it, or did not for two days. */
  REFUSED(Tone.BAD, "alert"),
  /** All of it left and no answer came: a person decides. */
  UNKNOWN(Tone.WAIT, "alert"),
  /** It cannot leave by itself and waits for somebody to pass it on. */
  BY_HAND(Tone.WAIT, "message"),
  /** Somebody passed it on. */
  PASSED_ON(Tone.GOOD, "check"),
  /** No server is set up, and what it tells of stands on its reader's first page. */
  SHOWN(Tone.PLAIN, "eye"),
  /** Nobody needs it any more, or its reader does not want it. */
  DROPPED(Tone.PLAIN, "circle-dashed");

  /** Why a message ended so. */
  public enum Why {
    /** What it tells of is over. */
    OVER,
    /** Its reader does not want this kind. */
    UNWANTED,
    /** Its reader is no longer active. */
    GONE,
    /** No server takes its reader's address. */
    NO_ADDRESS,
    /** The server does not take it. */
    SERVER,
    /** It was tried for two days. */
    TOO_LONG
  }

  private final Tone tone;
  private final String icon;

  MailState(Tone tone, String icon) {
    this.tone = tone;
    this.icon = icon;
  }

  public Tone tone() {
    return tone;
  }

  /** Of the sprite. */
  public String icon() {
    return icon;
  }
}
