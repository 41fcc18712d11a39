/**
 * The connected accounts on the networks: connecting them (OAuth included), their sealed secrets,
 * their rate limits. Alone writes {@code channel} and {@code channel_connecting}. Uses the base,
 * jobs and the port {@code platform}.
 */
@NullMarked
package id.gaung.channel;

import org.jspecify.annotations.NullMarked;
