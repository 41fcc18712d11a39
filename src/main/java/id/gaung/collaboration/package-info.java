/**
 * Offers to creators, their links, what they deliver and its review. Alone writes {@code offer},
 * {@code offer_terms}, {@code deliverable}, {@code submission} and {@code submission_photo}. Uses
 * kernel, db, web, audit, identity, jobs, media, catalogue, creator, campaign.
 */
@NullMarked
package id.gaung.collaboration;

import org.jspecify.annotations.NullMarked;
