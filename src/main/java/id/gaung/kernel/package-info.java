/**
 * The words every feature shares: money, weeks, actors, refusals, ids. Depends on the JDK alone and
 * owns no table.
 */
@NullMarked
package id.gaung.kernel;

import org.jspecify.annotations.NullMarked;
