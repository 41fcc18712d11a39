/** The client of Telegram's channels, by a bot that administers them. */
@NullMarked
package id.gaung.platform.telegram;

import org.jspecify.annotations.NullMarked;
