/**
 * The connected accounts on the networks: connecting them (OAuth included), their sealed secrets,
 * their rate limits. Alone writes {@code channel}, {@code channel_connecting}, {@code
 * channel_budget}, {@code channel_use} and {@code network_permit}. Uses the base, jobs and the port
 * {@code platform}.
 */
@NullMarked
package id.gaung.channel;

import org.jspecify.annotations.NullMarked;
