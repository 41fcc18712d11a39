package id.gaung.publishing;

import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

interface PostCountsDao {

  @SqlQuery(
      """
      with today as (
        select count(*) as due, count(*) filter (where shown) as published
        from (
          select post_id, bool_or(state = 'PUBLISHED') as shown
          from rendition
          where state not in ('DRAFT', 'IN_REVIEW', 'CANCELLED') and post_id in (
            select post_id from rendition where due_at >= :from and due_at < :to)
          group by post_id having min(due_at) >= :from and min(due_at) < :to) as posts
      ), attention as (
        select count(distinct r.post_id) filter (where r.state = 'FAILED') as failed,
          count(distinct r.post_id) filter (where r.state = 'MISSED') as missed,
          count(distinct r.post_id) filter (where r.state = 'UNCERTAIN') as uncertain,
          count(distinct r.post_id) filter (
            where r.state = 'IN_REVIEW' and not exists (
              select from audit_contribution a
              where a.subject_kind = 'post' and a.subject_id = r.post_id
                and a.person_id = :personId)
          ) as to_review
        from rendition r
        where r.state in ('FAILED', 'MISSED', 'UNCERTAIN', 'IN_REVIEW')
      )
      select due as today, published as published_today, failed, missed, uncertain, to_review,
        stopped
      from today, attention, publishing_switch
      """)
  PostCounts.PostWork of(UUID personId, Instant from, Instant to);
}
