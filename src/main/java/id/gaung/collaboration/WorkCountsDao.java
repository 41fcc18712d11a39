package id.gaung.collaboration;

import java.time.Instant;
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

  @SqlQuery(
      """
      select campaign_id, count(*) filter (where awaited = 'ANSWER') as offers,
        count(*) filter (where awaited = 'ASSIGNED') as drafts,
        count(*) filter (where awaited = 'CHANGES_REQUESTED') as changes
      from collaboration_turn_line where waits_until > :now
      group by campaign_id order by min(due_on), campaign_id
      """)
  List<CreatorsTurn> ofCreators(Instant now);

  @SqlQuery(
      """
      select campaign_id, count(*) filter (where awaited = 'ANSWER') as offers,
        count(*) filter (where awaited = 'ASSIGNED') as drafts,
        count(*) filter (where awaited = 'CHANGES_REQUESTED') as changes
      from collaboration_turn_line where creator_id = :creatorId and waits_until > :now
      group by campaign_id order by min(due_on), campaign_id
      """)
  List<CreatorsTurn> ofCreator(UUID creatorId, Instant now);
}
