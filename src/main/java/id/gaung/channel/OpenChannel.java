package id.gaung.channel;

import id.gaung.platform.Access;

/**
 * A channel with what opens it, read a moment ago. May be used a while: when the network refuses
 * the credentials as expired, {@link Accounts} looks whether newer ones are stored.
 */
public final class OpenChannel {

  private final Channel channel;
  private final Access access;

  OpenChannel(Channel channel, Access access) {
    this.channel = channel;
    this.access = access;
  }

  public Channel channel() {
    return channel;
  }

  Access access() {
    return access;
  }

  @Override
  public String toString() {
    return "OpenChannel[" + channel.id() + "]";
  }
}
