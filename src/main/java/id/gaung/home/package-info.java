/**
 * The first page of each role: what waits for whom; and the page of the audit log. Owns no table.
 * Uses every feature's facades; nobody uses it.
 */
@NullMarked
package id.gaung.home;

import org.jspecify.annotations.NullMarked;
