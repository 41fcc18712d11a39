package id.gaung.collaboration;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** What waits for whom among offers and deliverables. Reads alone. */
public final class WorkCounts {

  private static final Duration SOON = Duration.ofHours(24);
  private static final Duration RECENTLY = Duration.ofDays(7);

  private final WorkCountsDao dao;

  public WorkCounts(Jdbi jdbi) {
    this.dao = jdbi.onDemand(WorkCountsDao.class);
  }

  public StaffWork ofStaff() {
    return dao.ofStaff();
  }

  /** Drafts that wait for staff, the longest waiting first. */
  public List<WaitingDraft> waitingDrafts(int limit) {
    return dao.drafts(DeliverableState.SUBMITTED, limit);
  }

  /**
   * Approved content without a post that can still go out, the one that came first before the
   * others.
   */
  public List<WaitingDraft> approvedDrafts(int limit) {
    return dao.drafts(DeliverableState.APPROVED, limit);
  }

  /**
   * Campaigns with offers whose answer is due within 24 hours, or whose time ran out without an
   * answer in the last seven days; the most urgent first.
   */
  public List<UrgentOffers> urgentOffers(Instant now) {
    return dao.urgentOffers(now, now.plus(SOON), now.minus(RECENTLY));
  }

  /** What waits for creators, by campaign; the earliest due first. */
  public List<CreatorsTurn> ofCreators(Instant now) {
    return dao.ofCreators(now);
  }

  /** What waits for one creator, by campaign, by the same rule. */
  public List<CreatorsTurn> ofCreator(UUID creatorId, Instant now) {
    return dao.ofCreator(creatorId, now);
  }

  /**
   * What waits for the creators of one campaign.
   *
   * @param offers to be answered
   * @param drafts to be sent for the first time
   * @param changes drafts to be sent again, as asked
   * @param offersBy the earliest day (WITA) by which an offer has to be answered
   * @param draftsBy the earliest day by which a first draft is due
   * @param changesBy the earliest day by which a draft is due again
   */
  public record CreatorsTurn(
      UUID campaignId,
      long offers,
      long drafts,
      long changes,
      Optional<LocalDate> offersBy,
      Optional<LocalDate> draftsBy,
      Optional<LocalDate> changesBy) {}

  /**
   * What waits for staff.
   *
   * @param drafts to be reviewed
   * @param withoutPost approved content without a post
   */
  public record StaffWork(long drafts, long withoutPost) {}

  /**
   * A draft that waits for staff.
   *
   * @param id of the deliverable
   * @param since when it came
   * @param photoId what it shows
   */
  public record WaitingDraft(
      UUID id,
      UUID campaignId,
      String title,
      String creatorName,
      Instant since,
      Optional<UUID> photoId) {}

  /** The offers of one campaign that staff should look after. */
  public record UrgentOffers(UUID campaignId, long dueSoon, long expired) {}

  interface WorkCountsDao {

    @SqlQuery(
        """
        select count(*) filter (where d.state = 'SUBMITTED') as drafts,
          count(*) filter (where d.state = 'APPROVED' and not c.ended) as without_post
        from deliverable d
          join offer o on o.id = d.offer_id
          join campaign_state_line c on c.campaign_id = o.campaign_id
        where d.state in ('SUBMITTED', 'APPROVED')
        """)
    StaffWork ofStaff();

    @SqlQuery(
        """
        select d.id, o.campaign_id, d.title, n.name as creator_name, s.submitted_at as since,
          p.photo_id
        from deliverable d
          join submission s on s.deliverable_id = d.id and s.round = d.round
          join offer o on o.id = d.offer_id
          join creator_name_line n on n.creator_id = o.creator_id
          join campaign_state_line c on c.campaign_id = o.campaign_id
          left join submission_photo p on p.submission_id = s.id and p.position = 1 and not s.film
        where d.state = :state and (d.state = 'SUBMITTED' or not c.ended)
        order by s.submitted_at, d.id limit :limit
        """)
    List<WaitingDraft> drafts(DeliverableState state, int limit);

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
          count(*) filter (where awaited = 'CHANGES_REQUESTED') as changes,
          min(due_on) filter (where awaited = 'ANSWER') as offers_by,
          min(due_on) filter (where awaited = 'ASSIGNED') as drafts_by,
          min(due_on) filter (where awaited = 'CHANGES_REQUESTED') as changes_by
        from collaboration_turn_line where waits_until > :now
        group by campaign_id order by min(due_on), campaign_id
        """)
    List<CreatorsTurn> ofCreators(Instant now);

    @SqlQuery(
        """
        select campaign_id, count(*) filter (where awaited = 'ANSWER') as offers,
          count(*) filter (where awaited = 'ASSIGNED') as drafts,
          count(*) filter (where awaited = 'CHANGES_REQUESTED') as changes,
          min(due_on) filter (where awaited = 'ANSWER') as offers_by,
          min(due_on) filter (where awaited = 'ASSIGNED') as drafts_by,
          min(due_on) filter (where awaited = 'CHANGES_REQUESTED') as changes_by
        from collaboration_turn_line where creator_id = :creatorId and waits_until > :now
        group by campaign_id order by min(due_on), campaign_id
        """)
    List<CreatorsTurn> ofCreator(UUID creatorId, Instant now);
  }
}
