/** YouTube: its accounts. Gaung does not publish there yet. */
@NullMarked
package id.gaung.platform.youtube;

import org.jspecify.annotations.NullMarked;
