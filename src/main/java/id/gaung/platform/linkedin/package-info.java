/** LinkedIn's pages: what they take, and where their posts are. People post. */
@NullMarked
package id.gaung.platform.linkedin;

import org.jspecify.annotations.NullMarked;
