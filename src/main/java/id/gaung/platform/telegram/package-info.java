/** Telegram: its accounts. Gaung does not publish there yet. */
@NullMarked
package id.gaung.platform.telegram;

import org.jspecify.annotations.NullMarked;
