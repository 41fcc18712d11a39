package id.gaung.collaboration;

import id.gaung.collaboration.Invitations.LastFee;
import id.gaung.kernel.Rupiah;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface OfferDao {

  // Nothing is inserted when the creator already has an offer of this campaign that is not over:
  // two staff members inviting at once meet at the index, and the second reads a sentence.
  @SqlUpdate(
      """
      insert into offer (id, campaign_id, brief_version_id, creator_id, state, fee_rupiah, message,
        respond_by, work_ends_on, created_by, created_at)
      values (:id, :campaignId, :briefVersionId, :creatorId, :state, :fee, :message,
        :respondBy, :workEndsOn, :createdBy, :createdAt)
      on conflict (campaign_id, creator_id)
        where state in ('DRAFT', 'SENT', 'VIEWED', 'ACCEPTED') do nothing
      """)
  int insert(@BindMethods Offer offer);

  @SqlBatch(
      """
      insert into offer (id, campaign_id, brief_version_id, creator_id, state, fee_rupiah, message,
        respond_by, work_ends_on, created_by, created_at)
      values (:id, :campaignId, :briefVersionId, :creatorId, :state, :fee, :message,
        :respondBy, :workEndsOn, :createdBy, :createdAt)
      on conflict (campaign_id, creator_id)
        where state in ('DRAFT', 'SENT', 'VIEWED', 'ACCEPTED') do nothing
      """)
  void insertAll(@BindMethods List<Offer> offers);

  @SqlQuery("select id from offer where id = any(:ids)")
  Set<UUID> stored(Collection<UUID> ids);

  @SqlUpdate(
      """
      update offer set state = 'SENT', sent_at = :now, version = version + 1 where id = any(:ids)
      """)
  void sendAll(Collection<UUID> ids, Instant now);

  @SqlQuery(
      """
      select creator_id from offer
      where campaign_id = :campaignId and state in ('DRAFT', 'SENT', 'VIEWED', 'ACCEPTED')
      """)
  Set<UUID> invited(UUID campaignId);

  @SqlQuery(
      """
      select distinct on (creator_id) creator_id, fee_rupiah as fee, decided_at as at from offer
      where creator_id = any(:creatorIds) and state = 'ACCEPTED'
      order by creator_id, decided_at desc
      """)
  List<LastFee> lastFees(Collection<UUID> creatorIds);

  @SqlQuery(
      """
      select percentile_disc(0.5) within group (order by fee_rupiah) from offer
      where state = 'ACCEPTED' and decided_at >= :since
      """)
  Optional<Rupiah> usualFee(Instant since);

  @SqlQuery("select *, fee_rupiah as fee from offer where id = :id")
  Optional<Offer> find(UUID id);

  // Accepting, withdrawing and expiring meet at this lock: the first committed wins, the others
  // then see its state.
  @SqlQuery("select *, fee_rupiah as fee from offer where id = :id for update")
  Optional<Offer> lock(UUID id);

  @SqlUpdate(
      """
      update offer set fee_rupiah = :fee, message = :message, respond_by = :respondBy,
        work_ends_on = :workEndsOn, version = version + 1
      where id = :id
      """)
  void change(UUID id, Rupiah fee, String message, Instant respondBy, LocalDate workEndsOn);

  @SqlUpdate(
      """
      update offer set state = 'SENT', sent_at = :now, brief_version_id = :briefVersionId,
        version = version + 1
      where id = :id
      """)
  void send(UUID id, UUID briefVersionId, Instant now);

  // A look changes nothing that staff read and decide on, so that it makes no form of theirs stale.
  @SqlUpdate(
      """
      update offer set state = 'VIEWED', viewed_at = :now
      where id = :id and state = 'SENT'
      """)
  int view(UUID id, Instant now);

  @SqlUpdate(
      """
      update offer set state = 'ACCEPTED', decided_at = :now, accepted_name = :name,
        accepted_brief_sha256 = :sha256, version = version + 1
      where id = :id
      """)
  void accept(UUID id, String name, String sha256, Instant now);

  @SqlUpdate(
      """
      update offer set state = 'DECLINED', decided_at = :now, decline_reason = :reason,
        version = version + 1
      where id = :id
      """)
  void decline(UUID id, String reason, Instant now);

  @SqlUpdate(
      """
      update offer set state = :state, decided_at = :now, version = version + 1 where id = :id
      """)
  void end(UUID id, OfferState state, Instant now);

  @SqlUpdate(
      """
      update offer set respond_by = :respondBy, extended = true, version = version + 1
      where id = :id
      """)
  void extend(UUID id, Instant respondBy);

  @SqlUpdate(
      """
      update offer set link_number = link_number + 1, version = version + 1 where id = :id
      """)
  void renewLink(UUID id);

  @SqlQuery(
      """
      select *, fee_rupiah as fee from offer where campaign_id = :campaignId
      order by created_at desc, id limit :limit offset :offset
      """)
  List<Offer> ofCampaign(UUID campaignId, int limit, int offset);

  @SqlQuery("select count(*) from offer where campaign_id = :campaignId")
  long countOfCampaign(UUID campaignId);

  @SqlQuery(
      """
      select coalesce(sum(fee_rupiah), 0) from offer
      where campaign_id = :campaignId and state in ('SENT', 'VIEWED', 'ACCEPTED')
      """)
  Rupiah promised(UUID campaignId);

  @SqlQuery(
      """
      select *, fee_rupiah as fee from offer
      where creator_id = :creatorId and state <> 'DRAFT'
      order by created_at desc, id limit :limit offset :offset
      """)
  List<Offer> ofCreator(UUID creatorId, int limit, int offset);

  @SqlQuery("select count(*) from offer where creator_id = :creatorId and state <> 'DRAFT'")
  long countOfCreator(UUID creatorId);

  @SqlQuery(
      """
      select id from offer where state in ('SENT', 'VIEWED') and respond_by <= :now
      order by respond_by limit 500
      """)
  List<UUID> overdue(Instant now);

  @SqlQuery(
      """
      select *, fee_rupiah as fee from offer
      where campaign_id = :campaignId and state in ('DRAFT', 'SENT', 'VIEWED')
      order by id for update
      """)
  List<Offer> lockUnanswered(UUID campaignId);

  @SqlQuery(
      """
      select exists (
        select 1 from offer where campaign_id = :campaignId and state in ('SENT', 'VIEWED'))
      """)
  boolean hasOpen(UUID campaignId);
}
