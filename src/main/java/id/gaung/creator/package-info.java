/**
 * The directory of content creators and local media. Alone writes {@code creator} and {@code
 * creator_account}. Uses kernel, db, web, audit, jobs, media, and of platform what networks count.
 */
@NullMarked
package id.gaung.creator;

import org.jspecify.annotations.NullMarked;
