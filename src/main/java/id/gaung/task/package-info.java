/**
 * What people put out by hand: a task for each post and person, its page for a phone without an
 * account, reminders, and giving a task to somebody else. Alone writes {@code task}, {@code
 * task_account} and {@code task_wish}. Uses kernel, db, web, audit, identity, jobs, media, channel,
 * platform and publishing.
 */
@NullMarked
package id.gaung.task;

import org.jspecify.annotations.NullMarked;
