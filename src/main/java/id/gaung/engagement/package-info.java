/**
 * What moved: snapshots of every published post and of followers, collected on a ladder, and the
 * formulas over them. Alone writes {@code watch}, {@code snapshot}, {@code follower_snapshot},
 * {@code reading_deletion}, {@code hidden_span} and {@code count_change}. Uses the base, jobs,
 * platform, channel and publishing.
 */
@NullMarked
package id.gaung.engagement;

import org.jspecify.annotations.NullMarked;
