/** YouTube's videos and Shorts: what it takes, and where its posts are. People upload. */
@NullMarked
package id.gaung.platform.youtube;

import org.jspecify.annotations.NullMarked;
