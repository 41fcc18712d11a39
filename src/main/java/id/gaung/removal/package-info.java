/**
 * Posts that the office takes away from their networks, with a reason. Alone writes {@code
 * removal}. Uses kernel, db, web, audit, identity, jobs, channel, platform, publishing and
 * followup.
 */
@NullMarked
package id.gaung.removal;

import org.jspecify.annotations.NullMarked;
