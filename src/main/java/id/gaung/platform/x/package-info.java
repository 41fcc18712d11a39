/** The client of X, by the second version of its API; what it takes, where its posts are. */
@NullMarked
package id.gaung.platform.x;

import org.jspecify.annotations.NullMarked;
