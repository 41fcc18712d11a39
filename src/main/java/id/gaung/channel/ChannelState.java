package id.gaung.channel;

import id.gaung.kernel.Tone;

/** How it stands with a connected account. */
public enum ChannelState {
  /** Usable. */
  CONNECTED,
  /** The network no longer accepts our authorisation: a person must connect it again. */
  RECONNECT,
  /** Disconnected by a person; its secrets are gone. */
  DISCONNECTED;

  /** How it is to be taken. */
  public Tone tone() {
    return switch (this) {
      case CONNECTED -> Tone.GOOD;
      case RECONNECT -> Tone.BAD;
      case DISCONNECTED -> Tone.PLAIN;
    };
  }
}
