/**
 * Posts of campaigns' content on the accounts of its creators: their addresses, given by the
 * creator's link or by staff, and what is read or typed of them. Uses kernel, db, web, audit,
 * identity, jobs, platform, media, catalogue, creator, campaign, collaboration, channel, publishing
 * and engagement.
 */
@NullMarked
package id.gaung.ownpost;

import org.jspecify.annotations.NullMarked;
