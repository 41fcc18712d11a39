package id.gaung.engagement;

import id.gaung.audit.Foundation;
import id.gaung.channel.Channel;
import id.gaung.channel.Channels;
import id.gaung.engagement.PostReadings.PostReadingsDao.Near;
import id.gaung.engagement.PostReadings.PostReadingsDao.Reading;
import id.gaung.platform.Metric;
import id.gaung.platform.Network;
import id.gaung.publishing.PostMeasures;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** What was read of a post on all its accounts, for the post's own page. */
final class PostReadings implements PostMeasures {

  /** Readings that follow each other so fast are one: accounts are read one after the other. */
  private static final Duration TOGETHER = Duration.ofMinutes(10);

  /** Earlier posts are compared with, of so long ago and so many. */
  private static final Duration COMPARED = Duration.ofDays(56);

  private static final int MOST_COMPARED = 30;

  /** Of fewer posts nothing is usual. */
  private static final long FEWEST = 4;

  /** At these shares of its age it is compared; people come early, so the first are close. */
  private static final List<Double> AGES = List.of(0.02, 0.06, 0.12, 0.25, 0.5, 0.75, 1.0);

  private final PostReadingsDao dao;
  private final Channels channels;
  private final Clock clock;

  PostReadings(Foundation foundation, Channels channels) {
    this.dao = foundation.jdbi().onDemand(PostReadingsDao.class);
    this.channels = channels;
    this.clock = foundation.clock();
  }

  @Override
  public Optional<Measured> of(UUID postId) {
    List<Reading> readings = dao.readings(postId);
    if (readings.isEmpty()) {
      return Optional.empty();
    }
    Map<UUID, Long> followers =
        dao.followers(postId).stream().collect(Collectors.toMap(Near::renditionId, Near::value));
    Map<UUID, Channel> known =
        channels.find(readings.stream().map(Reading::channelId).distinct().toList());
    Map<UUID, List<Reading>> byRendition =
        readings.stream()
            .collect(
                Collectors.groupingBy(
                    Reading::renditionId, LinkedHashMap::new, Collectors.toList()));
    Map<UUID, Counted> accounts = new HashMap<>();
    List<List<Point>> growths = new ArrayList<>();
    byRendition.forEach(
        (id, of) ->
            Optional.ofNullable(known.get(of.get(0).channelId()))
                .map(Channel::network)
                .ifPresent(
                    network -> {
                      accounts.put(
                          id, counted(network, of, Optional.ofNullable(followers.get(id))));
                      growths.add(growth(network, of));
                    }));
    Instant since =
        readings.stream().map(Reading::publishedAt).min(Instant::compareTo).orElseThrow();
    List<Point> growth = PostMeasures.growth(growths, TOGETHER);
    return Optional.of(new Measured(since, accounts, growth, usual(postId, since, growth)));
  }

  private static Counted counted(
      Network network, List<Reading> readings, Optional<Long> followers) {
    Map<Metric, Long> counts = new EnumMap<>(Metric.class);
    readings.forEach(reading -> counts.put(reading.metric(), reading.value()));
    PostFigures figures =
        new PostFigures(EngagementSet.of(network), counts, OptionalLong.empty());
    return new Counted(
        boxed(figures.count(Metric.VIEWS)),
        boxed(figures.engagements()),
        followers,
        readings.get(readings.size() - 1).observedAt());
  }

  /** The interactions each time that all that make them up were known. */
  private static List<Point> growth(Network network, List<Reading> readings) {
    Map<Metric, Long> counts = new EnumMap<>(Metric.class);
    Map<Instant, Long> sums = new LinkedHashMap<>();
    for (Reading reading : readings) {
      counts.put(reading.metric(), reading.value());
      new PostFigures(EngagementSet.of(network), counts, OptionalLong.empty())
          .engagements()
          .ifPresent(sum -> sums.put(reading.observedAt(), sum));
    }
    return sums.entrySet().stream().map(e -> new Point(e.getKey(), e.getValue())).toList();
  }

  private List<Usual> usual(UUID postId, Instant since, List<Point> growth) {
    if (growth.isEmpty()) {
      return List.of();
    }
    long age = Duration.between(since, growth.get(growth.size() - 1).at()).toSeconds();
    List<Long> ages =
        AGES.stream().map(share -> Math.round(share * age)).filter(at -> at > 0).distinct().toList();
    return dao
        .usual(
            postId,
            since.minus(COMPARED),
            since,
            clock.instant(),
            ages,
            Arrays.stream(Metric.values())
                .filter(metric -> metric != Metric.REACH)
                .map(Metric::name)
                .toList(),
            MOST_COMPARED)
        .stream()
        .filter(row -> row.posts() >= FEWEST)
        .map(PostReadingsDao.UsualRow::toUsual)
        .toList();
  }

  private static Optional<Long> boxed(OptionalLong value) {
    return value.isPresent() ? Optional.of(value.getAsLong()) : Optional.empty();
  }

  interface PostReadingsDao {

    /** A known value of one metric. */
    record Reading(
        UUID renditionId,
        UUID channelId,
        Instant publishedAt,
        Metric metric,
        long value,
        Instant observedAt) {}

    /** The newest 8,000, far more than a post's whole ladder on three accounts; in their order. */
    @SqlQuery(
        """
        select * from (
          select o.rendition_id, o.channel_id, o.published_at, s.metric, s.value, s.observed_at, s.id
          from publishing_outcome_line o
          join snapshot s on s.rendition_id = o.rendition_id and s.value is not null
          where o.post_id = :postId and o.published_at is not null
          order by s.observed_at desc, s.id desc
          limit 8000) newest
        order by observed_at, id
        """)
    List<Reading> readings(UUID postId);

    /** The followers of an account when the post went out on it. */
    record Near(UUID renditionId, long value) {}

    // As FollowerDao.near, for all accounts of a post.
    @SqlQuery(
        """
        select o.rendition_id, near.value
        from publishing_outcome_line o
        cross join lateral (
          select f.value from (
            (select value, observed_at from follower_snapshot
              where channel_id = o.channel_id and value is not null
                and observed_at >= o.published_at
                and observed_at <= o.published_at + interval '7 days'
              order by observed_at limit 1)
            union all
            (select value, observed_at from follower_snapshot
              where channel_id = o.channel_id and value is not null
                and observed_at < o.published_at
                and observed_at >= o.published_at - interval '7 days'
              order by observed_at desc limit 1)
          ) f
          order by abs(extract(epoch from f.observed_at - o.published_at))
          limit 1) near
        where o.post_id = :postId and o.published_at is not null
        """)
    List<Near> followers(UUID postId);

    /** The quartiles of what earlier posts had at an age in seconds. */
    record UsualRow(
        long seconds,
        long posts,
        double low,
        double high,
        Optional<Double> viewsLow,
        Optional<Double> viewsHigh) {

      /** Rounded outwards to two digits, so that it reads as what it is. */
      private static Range about(double low, double high) {
        return new Range(
            BigDecimal.valueOf(low).round(new MathContext(2, RoundingMode.DOWN)).longValue(),
            BigDecimal.valueOf(high)
                .round(new MathContext(2, RoundingMode.UP))
                .setScale(0, RoundingMode.UP)
                .longValueExact());
      }

      Usual toUsual() {
        return new Usual(
            Duration.ofSeconds(seconds),
            posts,
            about(low, high),
            viewsLow.flatMap(from -> viewsHigh.map(to -> about(from, to))));
      }
    }

    @SqlQuery(
        """
        with earlier as (
          select post_id, min(published_at) as since from publishing_outcome_line
          where published_at >= :from and published_at < :before and post_id <> :postId
          group by post_id
          order by since desc
          limit :most),
        grown as (
          select a.seconds, e.post_id,
            sum(n.value) filter (where n.metric <> 'VIEWS') as interactions,
            sum(n.value) filter (where n.metric = 'VIEWS') as views
          from earlier e
          cross join unnest(cast(:ages as bigint[])) as a (seconds)
          join publishing_outcome_line o on o.post_id = e.post_id and o.published_at is not null
          cross join unnest(cast(:metrics as text[])) as m (metric)
          cross join lateral (
            select s.metric, s.value from snapshot s
            where s.rendition_id = o.rendition_id and s.metric = m.metric and s.value is not null
              and s.observed_at <= o.published_at + a.seconds * interval '1 second'
            order by s.observed_at desc
            limit 1) n
          where e.since + a.seconds * interval '1 second' <= :now
          group by a.seconds, e.post_id)
        select seconds, count(*) as posts,
          percentile_cont(0.25) within group (order by interactions) as low,
          percentile_cont(0.75) within group (order by interactions) as high,
          percentile_cont(0.25) within group (order by views) as views_low,
          percentile_cont(0.75) within group (order by views) as views_high
        from grown
        where interactions is not null
        group by seconds
        order by seconds
        """)
    List<UsualRow> usual(
        UUID postId,
        Instant from,
        Instant before,
        Instant now,
        List<Long> ages,
        List<String> metrics,
        int most);
  }
}
