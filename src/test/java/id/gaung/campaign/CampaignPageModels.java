package id.gaung.campaign;

import id.gaung.collaboration.World;
import id.gaung.web.View;
import id.gaung.web.Viewer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The doors of campaigns, for tests that render what they answer. */
public final class CampaignPageModels {

  private final CampaignPages pages;
  private final CampaignProductPages products;
  private final BriefPages briefs;

  public CampaignPageModels(World world) {
    CampaignFeature feature = world.campaign;
    CampaignShow show =
        new CampaignShow(
            feature.campaigns(),
            feature.steps(),
            feature.briefs(),
            world.products,
            world.foundation);
    pages = new CampaignPages(feature.campaigns(), feature.steps(), show);
    products = new CampaignProductPages(feature.campaigns(), show, world.products);
    briefs = new BriefPages(feature.campaigns(), feature.briefs(), feature.steps(), show);
  }

  public View show(Viewer viewer, UUID id) {
    return pages.show(viewer, id);
  }

  public View history(Viewer viewer, UUID id) {
    return pages.history(viewer, id);
  }

  public View list(Viewer viewer) {
    return pages.list(viewer, "", "", 1);
  }

  public View brief(Viewer viewer, UUID id) {
    return briefs.read(viewer, id, 0);
  }

  /** Every page that is neither a campaign nor a brief. */
  public List<View> others(Viewer viewer, UUID id) {
    return List.of(
        pages.list(viewer, "", "", 1),
        pages.list(viewer, "APPROVED", "", 1),
        pages.list(viewer, "PAUSED", "tidak ada", 1),
        pages.creators(viewer, id),
        pages.posts(viewer, id, 1),
        pages.history(viewer, id),
        pages.plan(viewer, Optional.empty()),
        pages.plan(viewer, Optional.of(id)),
        pages.edit(viewer, id),
        pages.ask(viewer, id, "cancel"),
        pages.ask(viewer, id, "complete"),
        pages.ask(viewer, id, "submit"),
        products.choose(viewer, id, "", 1),
        products.choose(viewer, id, "tidak ada", 1),
        briefs.edit(viewer, id, ""),
        briefs.edit(viewer, id, "template"));
  }
}
