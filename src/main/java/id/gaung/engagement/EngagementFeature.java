package id.gaung.engagement;

import id.gaung.audit.Foundation;
import id.gaung.channel.Channels;
import id.gaung.channel.Platforms;
import id.gaung.jobs.Schedule;
import id.gaung.publishing.Renditions;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.time.Duration;
import java.util.List;

/** Wires engagement. */
public final class EngagementFeature {

  private static final Duration EVERY = Duration.ofSeconds(30);

  private final Watches watches;
  private final Engagement engagement;
  private final CollectEngagementJob job;

  /**
   * @param watches made before publishing, which reports to it; see {@link #watches(Foundation)}
   */
  public EngagementFeature(
      Foundation foundation,
      Watches watches,
      Channels channels,
      Platforms platforms,
      Renditions renditions) {
    this.watches = watches;
    EngagementCollector collector =
        new EngagementCollector(foundation, channels, platforms, renditions);
    FollowerCollector followers = new FollowerCollector(foundation, channels, platforms);
    this.engagement =
        new Engagement(
            watches,
            foundation.jdbi().onDemand(SnapshotDao.class),
            followers,
            collector,
            renditions,
            channels);
    this.job = new CollectEngagementJob(collector, followers);
  }

  /** The listener that publishing is given. */
  public static Watches watches(Foundation foundation) {
    return new Watches(foundation);
  }

  public Watches watches() {
    return watches;
  }

  public void register(JerseyEnvironment jersey) {
    jersey.register(new EngagementPages(engagement));
    jersey.register(new EngagementResource(engagement));
  }

  public List<Schedule> schedules() {
    return List.of(Schedule.onceInCluster(job, EVERY));
  }

  /** The collection, to be stepped by the demo. */
  public CollectEngagementJob job() {
    return job;
  }
}
