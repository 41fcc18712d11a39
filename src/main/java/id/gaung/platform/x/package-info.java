/** X: what it takes, and where its posts are. People post. */
@NullMarked
package id.gaung.platform.x;

import org.jspecify.annotations.NullMarked;
