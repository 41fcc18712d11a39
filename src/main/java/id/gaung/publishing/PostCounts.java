package id.gaung.publishing;

import id.gaung.kernel.Wita;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** How it stands with today's posts, and which of all wait for a person. Reads alone. */
public final class PostCounts {

  private final PostCountsDao dao;

  public PostCounts(Jdbi jdbi) {
    this.dao = jdbi.onDemand(PostCountsDao.class);
  }

  /**
   * @param personId who asks: nobody reviews their own posts
   */
  public PostWork of(UUID personId, Instant now) {
    LocalDate today = Wita.date(now);
    return dao.of(personId, Wita.startOf(today), Wita.startOf(today.plusDays(1)));
  }

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
    PostWork of(UUID personId, Instant from, Instant to);
  }

  /**
   * Counts of posts, each one however many accounts it is for.
   *
   * @param today due today (WITA) where they are due first, whatever became of them, except those
   *     called off or not agreed to
   * @param publishedToday those of today that at least one account shows
   * @param failed on at least one account, as the next two
   * @param uncertain of which nobody knows whether they are out
   * @param toReview composed by others, waiting to be looked at
   * @param stopped whether everything is stopped
   */
  public record PostWork(
      long today,
      long publishedToday,
      long failed,
      long missed,
      long uncertain,
      long toReview,
      boolean stopped) {}
}
