package id.gaung.found;

import id.gaung.audit.Foundation;
import id.gaung.campaign.Campaigns;
import id.gaung.catalogue.Products;
import id.gaung.channel.ChannelFeature;
import id.gaung.engagement.Watches;
import id.gaung.found.SearchDao.SearchRow;
import id.gaung.jobs.ForEach;
import id.gaung.jobs.Job;
import id.gaung.jobs.Schedule;
import id.gaung.publishing.FoundPosts;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.time.Duration;
import java.util.List;

/** Wires the search for posts that came out beside Gaung. */
public final class FoundFeature {

  private static final int ACCOUNTS_AT_A_TIME = 8;

  private final FoundViews views;
  private final FoundPosts posts;
  private final Job job;

  public FoundFeature(
      Foundation foundation,
      FoundPosts posts,
      Watches watches,
      ChannelFeature channel,
      Campaigns campaigns,
      Products products) {
    this.posts = posts;
    AccountSearch search =
        new AccountSearch(foundation, posts, watches, channel.channels(), channel.platforms());
    this.views =
        new FoundViews(
            posts,
            foundation.jdbi().onDemand(SearchDao.class),
            channel.channels(),
            campaigns,
            products);
    this.job =
        new ForEach<>(
                "find-posts", foundation.clock(), search::due, SearchRow::channelId, search::search)
            .atATime(ACCOUNTS_AT_A_TIME);
  }

  public void register(JerseyEnvironment jersey) {
    jersey.register(new FoundPages(posts, views));
    jersey.register(new FoundResource(posts, views));
  }

  public List<Schedule> schedules() {
    return List.of(Schedule.onceInCluster(job, Duration.ofSeconds(10)));
  }
}
