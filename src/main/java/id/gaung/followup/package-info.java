/**
 * What follows a post by itself once it is out: the further parts of its thread and its first
 * comment. Alone writes {@code follow_up}. Uses kernel, db, web, audit, jobs, channel, platform and
 * publishing.
 */
@NullMarked
package id.gaung.followup;

import org.jspecify.annotations.NullMarked;
