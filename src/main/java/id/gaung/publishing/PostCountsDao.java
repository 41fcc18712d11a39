package id.gaung.publishing;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.KeyColumn;
import org.jdbi.v3.sqlobject.config.ValueColumn;
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
        select count(distinct r.post_id) filter (where r.state = 'FAILED' and not c.ended) as failed,
          count(distinct r.post_id) filter (where r.state = 'MISSED' and not c.ended) as missed,
          count(distinct r.post_id) filter (where r.state = 'UNCERTAIN') as uncertain,
          count(distinct r.post_id) filter (
            where r.state = 'IN_REVIEW' and not c.ended and not exists (
              select from audit_contribution a
              where a.subject_kind = 'post' and a.subject_id = r.post_id
                and a.person_id = :personId)
          ) as to_review
        from rendition r
        join post p on p.id = r.post_id
        join campaign_state_line c on c.campaign_id = p.campaign_id
        where r.state in ('FAILED', 'MISSED', 'UNCERTAIN', 'IN_REVIEW')
      )
      select due as today, published as published_today, failed, missed, uncertain, to_review,
        stopped
      from today, attention, publishing_switch
      """)
  PostCounts.PostWork of(UUID personId, Instant from, Instant to);

  /** What a post is called: after its content, else after its products, the first by name. */
  @SqlQuery(
      """
      select p.id, coalesce(w.title,
        min(l.product) || case when count(*) > 1 then ' +' || count(*) - 1 else '' end) as name
      from post p
      left join collaboration_work_line w on w.deliverable_id = p.deliverable_id
      left join post_product s on s.post_id = p.id
      left join catalogue_product_line l on l.product_id = s.product_id
      where p.id = any(:postIds) and (w.title is not null or l.product is not null)
      group by p.id, w.title
      """)
  @KeyColumn("id")
  @ValueColumn("name")
  Map<UUID, String> names(Collection<UUID> postIds);
}
