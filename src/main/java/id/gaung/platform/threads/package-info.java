/** The client of Threads: texts, pictures, carousels and videos, published through containers. */
@NullMarked
package id.gaung.platform.threads;

import org.jspecify.annotations.NullMarked;
