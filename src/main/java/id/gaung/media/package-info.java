/**
 * The media library: photos and videos, judged by their bytes, cleaned, kept in the media folder
 * and made fit for the screen and for each network; uploads that go on where they stopped. Alone
 * writes {@code photo}, {@code photo_variant}, {@code media_folder}, {@code media_crop}, {@code
 * media_upload} and {@code media_gone}. Uses kernel, db, web, audit and jobs.
 */
@NullMarked
package id.gaung.media;

import org.jspecify.annotations.NullMarked;
