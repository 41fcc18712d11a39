/** LinkedIn's pages: what they take, where their posts are, and its versioned API. */
@NullMarked
package id.gaung.platform.linkedin;

import org.jspecify.annotations.NullMarked;
