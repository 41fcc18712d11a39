/** TikTok's videos and photos: what it takes, and where its posts are. People post. */
@NullMarked
package id.gaung.platform.tiktok;

import org.jspecify.annotations.NullMarked;
