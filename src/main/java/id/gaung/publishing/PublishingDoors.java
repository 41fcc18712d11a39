package id.gaung.publishing;

import id.gaung.audit.Foundation;
import id.gaung.campaign.Campaigns;
import id.gaung.catalogue.Products;
import id.gaung.channel.ChannelFeature;
import id.gaung.channel.Channels;
import id.gaung.collaboration.Deliverables;
import id.gaung.identity.People;
import id.gaung.media.MediaFeature;
import java.util.List;

/** The pages and the API of publishing. */
final class PublishingDoors {

  private final PublishingFeature feature;
  private final PostViews views;
  private final PostSlots slots;
  private final PostsPages pages;
  private final CalendarPages calendarPages;
  private final PublishingPages switchPages;

  /**
   * @param feature whose domain is made already
   */
  PublishingDoors(
      PublishingFeature feature,
      Foundation foundation,
      ChannelFeature channel,
      Campaigns campaigns,
      Products products,
      Deliverables deliverables,
      MediaFeature media,
      People people) {
    this.feature = feature;
    Channels channels = channel.channels();
    Posts posts = feature.posts();
    Previews previews = new Previews(channels, channel.platforms(), media.library());
    views =
        new PostViews(
            posts, channels, campaigns, products, deliverables, people, previews, foundation);
    views.hands().of(feature.hand());
    ComposerPages composer =
        new ComposerPages(
            posts,
            previews,
            channels,
            campaigns,
            products,
            deliverables,
            media.photos(),
            foundation.clock());
    slots = new PostSlots(posts, new PostCounts(foundation.jdbi()), views);
    pages = new PostsPages(slots, views, composer, new WholePostPages(feature.whole(), views));
    calendarPages = new CalendarPages(posts, slots, views, deliverables, foundation.clock());
    switchPages = new PublishingPages(feature.control(), slots, people);
  }

  PostViews views() {
    return views;
  }

  PostSlots slots() {
    return slots;
  }

  PostsPages pages() {
    return pages;
  }

  CalendarPages calendarPages() {
    return calendarPages;
  }

  PublishingPages switchPages() {
    return switchPages;
  }

  /** All of them, to be registered. */
  List<Object> all() {
    HandPosts hand = feature.hand();
    Renditions renditions = feature.renditions();
    PausedPosts paused = feature.paused();
    return List.of(
        pages,
        new RenditionPages(renditions, feature.settlements(), views),
        new HandPages(hand.marks(), views),
        calendarPages,
        switchPages,
        new PostsResource(feature.posts(), paused, feature.whole()),
        new RenditionsResource(renditions, feature.settlements(), paused),
        new HandResource(hand, renditions, paused),
        new PublishingResource(feature.control()));
  }
}
