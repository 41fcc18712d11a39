/** TikTok: its accounts. Gaung does not publish there yet. */
@NullMarked
package id.gaung.platform.tiktok;

import org.jspecify.annotations.NullMarked;
