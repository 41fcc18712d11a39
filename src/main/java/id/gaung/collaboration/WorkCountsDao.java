package id.gaung.collaboration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

interface WorkCountsDao {

  @SqlQuery(
      """
      select count(*) filter (where state = 'SUBMITTED') as drafts,
        count(*) filter (where state = 'APPROVED') as without_post
      from deliverable where state in ('SUBMITTED', 'APPROVED')
      """)
  StaffWork ofStaff();

  @SqlQuery(
      """
      select campaign_id, count(*) filter (where state <> 'EXPIRED') as due_soon,
        count(*) filter (where state = 'EXPIRED') as expired
      from offer
      where state in ('SENT', 'VIEWED') and respond_by > :now and respond_by <= :soon
        or state = 'EXPIRED' and respond_by > :since and respond_by <= :now
      group by campaign_id order by max(respond_by) desc, campaign_id
      """)
  List<UrgentOffers> urgentOffers(Instant now, Instant soon, Instant since);

  // No draft is taken any more once the time for the work is over.
  @SqlQuery(
      """
      select campaign_id, count(*) filter (where awaited = 'ANSWER') as offers,
        count(*) filter (where awaited = 'ASSIGNED') as drafts,
        count(*) filter (where awaited = 'CHANGES_REQUESTED') as changes
      from (
        select campaign_id, 'ANSWER' as awaited, (respond_by at time zone 'Asia/Makassar')::date
          as due_on
        from offer where state in ('SENT', 'VIEWED') and respond_by > :now
        union all
        select o.campaign_id, d.state, d.due_on
        from deliverable d
        join offer o on o.id = d.offer_id
        where d.state in ('ASSIGNED', 'CHANGES_REQUESTED') and o.state = 'ACCEPTED'
          and o.work_ends_on >= :today
      ) turn
      group by campaign_id order by min(due_on), campaign_id
      """)
  List<CreatorsTurn> ofCreators(Instant now, LocalDate today);

  @SqlQuery(
      """
      select
        (select count(*) from offer
          where creator_id = :creatorId and state in ('SENT', 'VIEWED') and respond_by > :now
        ) as offers,
        count(*) filter (where d.state = 'ASSIGNED') as drafts,
        count(*) filter (where d.state = 'CHANGES_REQUESTED') as changes
      from deliverable d join offer o on o.id = d.offer_id
      where o.creator_id = :creatorId and o.state = 'ACCEPTED'
      """)
  CreatorWork ofCreator(UUID creatorId, Instant now);
}
