/**
 * Bluesky, by the AT Protocol's XRPC calls with an app password's session. Owns no table. Uses
 * kernel and {@code platform}. Rules and limits after the lexicons of bluesky-social/atproto.
 */
@NullMarked
package id.gaung.platform.bluesky;

import org.jspecify.annotations.NullMarked;
