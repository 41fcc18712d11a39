package id.gaung.engagement;

import id.gaung.platform.Metric;
import id.gaung.publishing.PostMeasures.Range;
import id.gaung.publishing.PostMeasures.Usual;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Reads what was counted of posts, for their pages. Writes nothing. */
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

  @SqlQuery(
      """
      select distinct o.rendition_id from publishing_outcome_line o
      join reading_deletion d on d.subject_id = o.rendition_id
      where o.post_id = :postId
      """)
  Set<UUID> deleted(UUID postId);

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

  // An account whose sum is not whole at an age counts for nothing there: as on the post's own
  // page.
  @SqlQuery(
      """
      with earlier as (
        select post_id, min(published_at) as since from publishing_outcome_line
        where published_at >= :from and published_at < :before and post_id <> :postId
        group by post_id
        order by since desc
        limit :most),
      counted as (
        select a.seconds, e.post_id,
          case when bool_and(n.value is not null or w.metric = 'VIEWS')
            then sum(n.value) filter (where w.metric <> 'VIEWS') end as interactions,
          sum(n.value) filter (where w.metric = 'VIEWS') as views
        from earlier e
        cross join unnest(cast(:ages as bigint[])) as a (seconds)
        join publishing_outcome_line o on o.post_id = e.post_id and o.published_at is not null
        join unnest(:channelIds, :metrics) as w (channel_id, metric)
          on w.channel_id = o.channel_id
        left join lateral (
          select s.value from snapshot s
          where s.rendition_id = o.rendition_id and s.metric = w.metric and s.value is not null
            and s.observed_at <= o.published_at + a.seconds * interval '1 second'
          order by s.observed_at desc
          limit 1) n on true
        where e.since + a.seconds * interval '1 second' <= :now
        group by a.seconds, e.post_id, o.rendition_id),
      grown as (
        select seconds, post_id, sum(interactions) as interactions, sum(views) as views
        from counted
        group by seconds, post_id)
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
      List<UUID> channelIds,
      List<String> metrics,
      int most);
}
