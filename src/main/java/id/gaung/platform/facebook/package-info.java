/** The client of Facebook Pages, by the Graph API and Facebook Login. */
@NullMarked
package id.gaung.platform.facebook;

import org.jspecify.annotations.NullMarked;
