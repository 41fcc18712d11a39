/** Facebook: its accounts. Gaung does not publish there yet. */
@NullMarked
package id.gaung.platform.facebook;

import org.jspecify.annotations.NullMarked;
