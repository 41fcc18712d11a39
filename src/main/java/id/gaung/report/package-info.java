/**
 * The weekly engagement report: what one ISO week brought, frozen as a numbered, hashed document
 * from which pages, files and the API are drawn. Alone writes {@code weekly_report}; of all other
 * features it reads the views that they vouch for ({@code migrations/views}), never their tables.
 * May use every feature; nobody uses it but the wiring.
 */
@NullMarked
package id.gaung.report;

import org.jspecify.annotations.NullMarked;
