/** X: its accounts. Gaung does not publish there yet. */
@NullMarked
package id.gaung.platform.x;

import org.jspecify.annotations.NullMarked;
