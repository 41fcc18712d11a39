/**
 * What Meta's networks share: calls to a Graph host, its errors and what it says of limits, logins
 * with tokens that are renewed, and publishing through containers.
 */
@NullMarked
package id.gaung.platform.meta;

import org.jspecify.annotations.NullMarked;
