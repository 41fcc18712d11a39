package id.gaung.engagement;

import com.codahale.metrics.Gauge;
import com.codahale.metrics.MetricRegistry;
import id.gaung.audit.Foundation;
import id.gaung.channel.Channel;
import id.gaung.channel.ChannelListing;
import id.gaung.channel.Channels;
import id.gaung.channel.Platforms;
import id.gaung.collaboration.SocialSide;
import id.gaung.jobs.ForEach;
import id.gaung.jobs.Job;
import id.gaung.jobs.Sample;
import id.gaung.jobs.Schedule;
import id.gaung.media.Photos;
import id.gaung.publishing.PostMeasures;
import id.gaung.publishing.Renditions;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Wires engagement. */
public final class EngagementFeature {

  private static final Duration EVERY = Duration.ofSeconds(30);

  /** Followers are one call each. */
  private static final int ACCOUNTS_AT_A_TIME = 4;

  /**
   * Their networks answer at their own pace, and each takes a database connection for moments: what
   * a network that reads posts one by one needs is waiting, and others need not wait with it. No
   * account is asked twice at once, so that each network's limits are minded as they are told.
   */
  private static final int CHANNELS_AT_A_TIME = 24;

  private final Watches watches;
  private final TypedFigures typed;
  private final Photos photos;
  private final Clock clock;
  private final Engagement engagement;
  private final CountChanges countChanges;
  private final CreatorSide creators;
  private final PostMeasures measures;
  private final FollowerCollector followers;
  private final List<Job> jobs;
  private final Job deleting;

  /**
   * @param watches made before publishing, which reports to it; see {@link #watches(Foundation)}
   */
  public EngagementFeature(
      Foundation foundation,
      Watches watches,
      Channels channels,
      Platforms platforms,
      Renditions renditions,
      Photos photos) {
    this.creators = new CreatorSide(foundation, channels, platforms);
    this.watches = watches;
    this.photos = photos;
    this.typed = new TypedFigures(foundation, watches, channels);
    photos.usedBy(typed::shown);
    this.clock = foundation.clock();
    EngagementCollector collector =
        new EngagementCollector(foundation, channels, platforms, renditions);
    this.followers = new FollowerCollector(foundation, channels);
    this.countChanges = new CountChanges(foundation);
    this.measures = new PostReadings(foundation, channels, followers, countChanges);
    DeletedReadings deletions = new DeletedReadings(foundation, channels);
    this.engagement =
        new Engagement(
            watches,
            foundation.jdbi().onDemand(SnapshotDao.class),
            followers,
            collector,
            renditions,
            channels,
            foundation.jdbi().onDemand(SubjectDao.class),
            deletions);
    this.deleting = deletions.job();
    this.jobs =
        List.of(
            new ForEach<>(
                    "collect-followers",
                    foundation.clock(),
                    followers::due,
                    Channel::id,
                    followers::read)
                .atATime(ACCOUNTS_AT_A_TIME),
            new ForEach<>(
                    "collect-engagement",
                    foundation.clock(),
                    collector::due,
                    EngagementCollector.DueChannel::channelId,
                    collector::read)
                .atATime(CHANNELS_AT_A_TIME));
  }

  /** The listener that publishing is given. */
  public static Watches watches(Foundation foundation) {
    return new Watches(foundation);
  }

  public Watches watches() {
    return watches;
  }

  /** For tests and the practice mode. */
  public TypedFigures typed() {
    return typed;
  }

  /** What creators see of accounts and posts. */
  public SocialSide socialSide() {
    return creators;
  }

  /** What networks count of posts, for the posts' own pages. */
  public PostMeasures measures() {
    return measures;
  }

  /** How many followed each of the accounts when that was read last. */
  public Map<UUID, ChannelListing.Followers> newestFollowers(Collection<UUID> channelIds) {
    return followers.newest(channelIds);
  }

  public void register(JerseyEnvironment jersey) {
    jersey.register(new EngagementPages(engagement, typed, photos, countChanges));
    jersey.register(new EngagementResource(engagement, typed));
    jersey.register(new CountChangePages(countChanges));
    jersey.register(new CountChangesResource(countChanges));
  }

  /**
   * Registers {@code engagement.lag}: for how many seconds the oldest reading is overdue, 0 if none
   * is, -1 while the database does not answer.
   */
  public void register(MetricRegistry all) {
    Sample<Long> lag =
        new Sample<>(clock, -1L, () -> watches.nextDue().map(this::overdue).orElse(0L));
    Gauge<Long> gauge = lag::get;
    all.gauge("engagement.lag", () -> gauge);
  }

  private long overdue(Instant due) {
    return Math.max(0, Duration.between(due, clock.instant()).toSeconds());
  }

  public List<Schedule> schedules() {
    // On one node of the cluster at a time, so that no post is read twice at once.
    return Stream.concat(
            jobs.stream().map(job -> Schedule.onceInCluster(job, EVERY)),
            Stream.of(Schedule.onceInCluster(deleting, Duration.ofHours(1))))
        .toList();
  }
}
