package id.gaung.channel;

/** How it stands with a connected account. */
public enum ChannelState {
  /** Usable. */
  CONNECTED,
  /** The network no longer accepts our authorisation: a person must connect it again. */
  RECONNECT,
  /** Disconnected by a person; its secrets are gone. */
  DISCONNECTED
}
