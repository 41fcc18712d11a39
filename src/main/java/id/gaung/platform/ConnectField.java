package id.gaung.platform;

/**
 * Something to type in when connecting an account. Label and hint stand in the bundles under {@code
 * channel.connect.NETWORK.NAME}.
 *
 * @param secret shown as a password field and never shown again
 * @param initial what the field holds at first; empty if nothing
 */
public record ConnectField(String name, boolean secret, String initial) {}
