/**
 * Campaigns, their products and the versions of their briefs. Alone writes {@code campaign}, {@code
 * campaign_product} and {@code brief_version}. Uses kernel, db, web, audit, identity, jobs,
 * catalogue, and of platform what networks count; tells what happens to a campaign through {@link
 * id.gaung.campaign.CampaignListener}.
 */
@NullMarked
package id.gaung.campaign;

import org.jspecify.annotations.NullMarked;
