/**
 * Looks on the office's accounts for posts that came out beside Gaung: the last 90 days of an
 * account that was connected, and what is new each day. Alone writes {@code channel_search}. Uses
 * kernel, db, web, audit, identity, jobs, platform, channel, campaign, catalogue, publishing and
 * engagement.
 */
@NullMarked
package id.gaung.found;

import org.jspecify.annotations.NullMarked;
