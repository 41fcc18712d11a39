/** LinkedIn: its accounts. Gaung does not publish there yet. */
@NullMarked
package id.gaung.platform.linkedin;

import org.jspecify.annotations.NullMarked;
