package id.gaung.collaboration;

import id.gaung.media.MediaUses.MediaUse;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface DeliverableDao {

  /** Where photos are shown here. */
  @SqlQuery(
      """
      select distinct p.photo_id as media_id, 'draft' as kind, d.title,
        '/deliverables/' || d.id as path
      from submission_photo p
        join submission s on s.id = p.submission_id
        join deliverable d on d.id = s.deliverable_id
      where p.photo_id = any(:photos)
      """)
  List<MediaUse> shown(Collection<UUID> photos);

  @SqlBatch(
      """
      insert into deliverable (id, offer_id, number, title, due_on, networks, format, state)
      values (:id, :offerId, :number, :title, :dueOn, :networks, :format, :state)
      """)
  void insert(@BindMethods List<Deliverable> deliverables);

  @SqlUpdate("delete from deliverable where offer_id = :offerId")
  void deleteOf(UUID offerId);

  @SqlQuery(
      """
      select d.*, o.campaign_id, o.creator_id from deliverable d join offer o on o.id = d.offer_id
      where d.id = any(:ids) order by d.due_on, d.id
      """)
  List<Deliverable> all(Collection<UUID> ids);

  // Locked in the order of their ids, so that two commands never wait for each other in a ring.
  @SqlQuery(
      """
      select d.*, o.campaign_id, o.creator_id from deliverable d join offer o on o.id = d.offer_id
      where d.id = any(:ids) order by d.id for update of d
      """)
  List<Deliverable> lock(Collection<UUID> ids);

  @SqlQuery(
      """
      select d.*, o.campaign_id, o.creator_id from deliverable d join offer o on o.id = d.offer_id
      where d.offer_id = any(:offerIds) order by d.offer_id, d.number
      """)
  List<Deliverable> ofOffers(Collection<UUID> offerIds);

  @SqlQuery(
      """
      select d.*, o.campaign_id, o.creator_id
      from deliverable d
      join offer o on o.id = d.offer_id
      join campaign_state_line c on c.campaign_id = o.campaign_id
      where d.state = 'APPROVED' and not c.ended
      order by d.due_on, d.id limit :limit offset :offset
      """)
  List<Deliverable> schedulable(int limit, int offset);

  @SqlQuery(
      """
      select count(*) from deliverable d
      join offer o on o.id = d.offer_id
      join campaign_state_line c on c.campaign_id = o.campaign_id
      where d.state = 'APPROVED' and not c.ended
      """)
  long countSchedulable();

  @SqlQuery(
      """
      select d.*, o.campaign_id, o.creator_id
      from deliverable d
      join offer o on o.id = d.offer_id
      join submission s on s.deliverable_id = d.id and s.round = d.round
      where d.state = 'SUBMITTED' order by s.submitted_at, d.id limit :limit offset :offset
      """)
  List<Deliverable> waiting(int limit, int offset);

  @SqlQuery("select count(*) from deliverable where state = :state")
  long countIn(DeliverableState state);

  @SqlUpdate(
      """
      update deliverable set state = :state, version = version + 1
      where id = :id and version = :version
      """)
  int move(UUID id, int version, DeliverableState state);

  @SqlUpdate(
      """
      update deliverable set state = :state, version = version + 1 where id = any(:ids)
      """)
  void moveAll(Collection<UUID> ids, DeliverableState state);

  @SqlUpdate(
      """
      update deliverable set state = 'SUBMITTED', round = :round, version = version + 1
      where id = :id and version = :version
      """)
  int submit(UUID id, int version, int round);

  @SqlQuery(
      """
      select d.id from deliverable d join offer o on o.id = d.offer_id
      where o.state = 'ACCEPTED' and d.state in ('ASSIGNED', 'CHANGES_REQUESTED')
        and o.work_ends_on < :today
      order by d.id limit 500
      """)
  List<UUID> overdue(LocalDate today);

  @SqlQuery(
      """
      select exists (
        select 1 from deliverable d join offer o on o.id = d.offer_id
        where o.campaign_id = :campaignId and o.state = 'ACCEPTED' and d.state = any(:states))
      """)
  boolean existsIn(UUID campaignId, Collection<String> states);

  @SqlQuery(
      """
      select s.*, coalesce(t.ad_line, '') as ad_line,
        array(select p.photo_id from submission_photo p
          where p.submission_id = s.id order by p.position) as photo_ids,
        array(select p.alt_text from submission_photo p
          where p.submission_id = s.id order by p.position) as alt_texts
      from submission s
      join deliverable d on d.id = s.deliverable_id
      left join offer_terms t on t.offer_id = d.offer_id
      where s.deliverable_id = any(:ids) order by s.round
      """)
  List<Submission> submissions(Collection<UUID> ids);

  @SqlQuery(
      """
      select s.*, coalesce(t.ad_line, '') as ad_line,
        array(select p.photo_id from submission_photo p
          where p.submission_id = s.id order by p.position) as photo_ids,
        array(select p.alt_text from submission_photo p
          where p.submission_id = s.id order by p.position) as alt_texts
      from submission s
      join deliverable d on d.id = s.deliverable_id
      left join offer_terms t on t.offer_id = d.offer_id
      where s.id = :id
      """)
  Optional<Submission> submission(UUID id);

  @SqlUpdate(
      """
      insert into submission
        (id, deliverable_id, round, caption, submitted_at, film)
      values (:id, :deliverableId, :round, :caption, :submittedAt, :film)
      """)
  void insert(@BindMethods Submission submission);

  @SqlUpdate(
      """
      insert into submission_photo (submission_id, position, photo_id, alt_text)
      select :id, p.position, p.photo_id, p.alt_text
      from unnest(:photoIds, :altTexts) with ordinality as p (photo_id, alt_text, position)
      """)
  void insertPhotos(@BindMethods Submission submission);

  @SqlUpdate(
      """
      update submission set decision = :decision, comment = :comment, decided_by = :decidedBy,
        decided_at = :decidedAt
      where id = :id
      """)
  void decide(@BindMethods Submission submission);
}
