/**
 * The client of Mastodon and of servers that speak its API (GoToSocial, snac, Pleroma and others).
 * Decides by what a server's instance document and answers say, never by its version text.
 */
@NullMarked
package id.gaung.platform.mastodon;

import org.jspecify.annotations.NullMarked;
