/** TikTok's videos and photos: drafts into its app, its counts, and where its posts are. */
@NullMarked
package id.gaung.platform.tiktok;

import org.jspecify.annotations.NullMarked;
