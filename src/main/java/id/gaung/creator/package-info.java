/**
 * The directory of content creators and local media. Alone writes {@code creator}. Uses kernel, db,
 * web, audit and jobs.
 */
@NullMarked
package id.gaung.creator;

import org.jspecify.annotations.NullMarked;
