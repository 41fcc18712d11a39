/**
 * The way to PostgreSQL: the embedded server of a small installation, the connection pool, JDBI,
 * the migrations and {@link id.gaung.db.Transactions}. Owns no table of a feature. Uses kernel.
 */
@NullMarked
package id.gaung.db;

import org.jspecify.annotations.NullMarked;
