package id.gaung.report;

import id.gaung.kernel.Rupiah;
import java.util.UUID;

/** A campaign that ran in the week, and its budget. */
public record CampaignBudget(UUID campaignId, String campaign, Rupiah budget) {}
