/**
 * The weekly engagement report: what one ISO week brought, frozen as a numbered, hashed document
 * from which pages, files and the API are drawn. Alone writes {@code weekly_report}; its DAOs may
 * read any table. May use every feature; nobody uses it but the wiring.
 */
@NullMarked
package id.gaung.report;

import org.jspecify.annotations.NullMarked;
