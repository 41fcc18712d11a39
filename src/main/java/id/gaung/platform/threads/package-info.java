/** Threads: its accounts. Gaung does not publish there yet. */
@NullMarked
package id.gaung.platform.threads;

import org.jspecify.annotations.NullMarked;
