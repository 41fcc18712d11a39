/**
 * The log of every change of state: append-only and hash-chained, written in the same transaction
 * as the change; and who contributed to what, so that nobody approves their own work. Alone writes
 * {@code audit_check}, {@code audit_event}, {@code audit_head} and {@code contribution}. Uses
 * kernel and db.
 */
@NullMarked
package id.gaung.audit;

import org.jspecify.annotations.NullMarked;
