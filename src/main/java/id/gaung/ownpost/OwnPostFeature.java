package id.gaung.ownpost;

import id.gaung.audit.Foundation;
import id.gaung.campaign.Campaigns;
import id.gaung.catalogue.Products;
import id.gaung.channel.ChannelFeature;
import id.gaung.collaboration.CollaborationFeature;
import id.gaung.creator.Creators;
import id.gaung.engagement.EngagementFeature;
import id.gaung.media.Photos;
import id.gaung.publishing.GivenPosts;
import io.dropwizard.jersey.setup.JerseyEnvironment;

/** Wires creators' own posts. */
public final class OwnPostFeature {

  private final CollaborationFeature collaboration;
  private final EngagementFeature engagement;
  private final Photos photos;
  private final CreatorPosts own;
  private final OwnPostViews views;

  public OwnPostFeature(
      Foundation foundation,
      CollaborationFeature collaboration,
      Creators creators,
      Campaigns campaigns,
      Products products,
      ChannelFeature channel,
      EngagementFeature engagement,
      Photos photos) {
    this.collaboration = collaboration;
    this.engagement = engagement;
    this.photos = photos;
    GivenPosts posts = new GivenPosts(foundation, collaboration.deliverables());
    OwnAddresses addresses = new OwnAddresses(channel.platforms(), channel.channels());
    this.own =
        new CreatorPosts(
            foundation,
            collaboration.deliverables(),
            creators,
            campaigns,
            products,
            channel.creators(),
            addresses,
            posts,
            engagement.watches());
    this.views =
        new OwnPostViews(
            own,
            addresses,
            posts,
            collaboration.deliverables(),
            channel.channels(),
            engagement.watches(),
            engagement.socialSide());
  }

  /** For the practice mode. */
  public CreatorPosts posts() {
    return own;
  }

  OwnPostViews views() {
    return views;
  }

  public void register(JerseyEnvironment jersey) {
    jersey.register(
        new OwnPostPages(
            collaboration.links(),
            collaboration.submissions(),
            own,
            views,
            engagement.typed(),
            photos));
    jersey.register(new StaffOwnPostPages(own, views));
    jersey.register(new OwnPostResource(own, views));
  }
}
