package id.gaung.platform;

/**
 * What one call took of a quota of which the network tells nothing.
 *
 * @param ofApp whether all accounts that this installation has on the network share it
 * @param amount at least 1
 */
public record Taken(NetworkQuota.Of of, boolean ofApp, int amount) {}
