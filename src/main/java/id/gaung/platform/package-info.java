/**
 * The port to the social networks, {@link id.gaung.platform.SocialPlatform}, and one client per
 * network in a package of its own below. Owns no table; knows nothing of campaigns or posts. Uses
 * kernel. OkHttp is seen here and nowhere else.
 */
@NullMarked
package id.gaung.platform;

import org.jspecify.annotations.NullMarked;
