/**
 * Photos: judged by their bytes, cleaned, kept in the media folder, and made fit for the screen and
 * for each network. Alone writes {@code photo} and {@code photo_variant}. Uses kernel, db, web,
 * audit and jobs.
 */
@NullMarked
package id.gaung.media;

import org.jspecify.annotations.NullMarked;
