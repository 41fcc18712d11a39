/**
 * The practice networks: servers that speak the parts of the Bluesky, Mastodon, Instagram and
 * Threads APIs that Gaung uses, with counts that grow and faults on demand. Beside the product,
 * started in practice mode alone. Owns, and alone writes, the tables {@code sandbox_*} ({@code
 * migrations/practice}). Uses kernel, db and web; {@code java.net.http} to pull pictures as
 * Instagram does.
 */
@NullMarked
package id.gaung.sandbox;

import org.jspecify.annotations.NullMarked;
