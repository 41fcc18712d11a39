/**
 * What moved: snapshots of every published post and of followers, collected on a ladder, and the
 * formulas over them. Alone writes {@code watch}, {@code snapshot} and {@code follower_snapshot}.
 * Uses the base, jobs, platform, channel and publishing.
 */
@NullMarked
package id.gaung.engagement;

import org.jspecify.annotations.NullMarked;
