/**
 * The log of every change of state: append-only and hash-chained, written in the same transaction
 * as the change. Alone writes {@code audit_event} and {@code audit_head}. Uses kernel and db.
 */
@NullMarked
package id.gaung.audit;

import org.jspecify.annotations.NullMarked;
