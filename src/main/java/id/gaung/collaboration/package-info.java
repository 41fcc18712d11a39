/**
 * Offers to creators, their links, what they deliver and its review. Alone writes {@code offer},
 * {@code offer_terms}, {@code deliverable} and {@code submission}. Uses kernel, db, web, audit,
 * identity, jobs, media, catalogue, creator, campaign.
 */
@NullMarked
package id.gaung.collaboration;

import org.jspecify.annotations.NullMarked;
