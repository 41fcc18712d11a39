package id.gaung.publishing;

import id.gaung.campaign.Campaign;
import id.gaung.collaboration.DeliverableView;
import id.gaung.kernel.Page;
import java.util.List;

/** What a post can be composed from. */
public record ChoosePage(Page<DeliverableView> approved, List<Campaign> campaigns) {}
