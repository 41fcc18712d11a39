package id.gaung.channel;

/** Give a channel's authorisation up. */
public record DisconnectChannel(int version) {}
