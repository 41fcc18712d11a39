package id.gaung.mail;

import id.gaung.mail.MailDao.Row;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** How messages leave the outbox. */
interface MailQueueDao {

  // Rows that another node is taking are skipped.
  @SqlQuery(
      """
      with picked as (
        select id from mail
        where state = 'QUEUED' and next_at <= :now and (urgent or :day)
        order by urgent desc, next_at limit 1 for update skip locked)
      update mail m set state = 'SENDING', next_at = null, lease_owner = :owner,
        lease_until = :until, attempts = m.attempts + 1
      from picked where m.id = picked.id
      returning m.*
      """)
  Optional<Row> take(String owner, Instant now, Instant until, boolean day);

  @SqlUpdate(
      """
      insert into mail_attempt (mail_id, number, owner, begun_at)
      values (:id, :number, :owner, :now)
      """)
  void begin(UUID id, int number, String owner, Instant now);

  /**
   * Before the dot leaves: says that it may have, unless the message is no longer this owner's.
   *
   * @return 0 if it must not leave
   */
  @SqlUpdate(
      """
      with held as (
        update mail set lease_until = :until
        where id = :id and state = 'SENDING' and lease_owner = :owner and lease_until > :now
          and attempts = :number
        returning id)
      update mail_attempt a set dot_at = :now
      from held where a.mail_id = held.id and a.number = :number and a.ended_at is null
      """)
  int beforeDot(UUID id, int number, String owner, Instant now, Instant until);

  // A late answer to an attempt that was given up as unknown still counts.
  @SqlUpdate(
      """
      update mail_attempt set ended_at = :now, outcome = :outcome, code = :code, words = :words
      where mail_id = :id and number = :number and (ended_at is null or outcome = 'UNKNOWN')
      """)
  void endAttempt(
      UUID id, int number, Delivery.Outcome outcome, int code, String words, Instant now);

  @SqlUpdate(
      """
      update mail set state = :state, next_at = :nextAt, lease_owner = null, lease_until = null,
        ended_at = case when :state in ('QUEUED', 'UNKNOWN') then null else cast(:now as timestamptz) end,
        why = :why, sealed_link = case when :wipe then null else sealed_link end
      where id = :id and attempts = :number
        and ((state = 'SENDING' and lease_owner = :owner) or state = 'UNKNOWN')
      """)
  int end(
      UUID id,
      int number,
      String owner,
      MailState state,
      Optional<Instant> nextAt,
      Optional<MailState.Why> why,
      boolean wipe,
      Instant now);

  /**
   * A message whose sender is gone.
   *
   * @param dot whether the dot may have left
   */
  record Lapsed(UUID id, int attempts, boolean dot) {}

  @SqlQuery(
      """
      select m.id, m.attempts, a.dot_at is not null as dot
      from mail m join mail_attempt a on a.mail_id = m.id and a.number = m.attempts
      where m.state = 'SENDING' and m.lease_until < :now
      order by m.lease_until limit 200 for update of m skip locked
      """)
  List<Lapsed> lapsed(Instant now);

  @SqlUpdate(
      """
      update mail set state = 'QUEUED', next_at = :now, lease_owner = null, lease_until = null
      where id = any(:ids)
      """)
  void backToQueue(Collection<UUID> ids, Instant now);

  @SqlUpdate(
      """
      update mail set state = 'UNKNOWN', lease_owner = null, lease_until = null
      where id = any(:ids)
      """)
  void nobodyKnows(Collection<UUID> ids);

  @SqlUpdate(
      """
      update mail_attempt set ended_at = :now, outcome = :outcome, code = 0, words = 'process ended'
      where mail_id = any(:ids) and ended_at is null
      """)
  void closeAttempts(Collection<UUID> ids, Delivery.Outcome outcome, Instant now);

  /** Ends the claims of this node's previous life. */
  @SqlUpdate(
      """
      update mail set lease_until = :past
      where state = 'SENDING' and starts_with(lease_owner, :node || '/') and lease_owner <> :owner
      """)
  void endPreviousLife(String node, String owner, Instant past);

  @SqlQuery(
      """
      update mail set state = 'DROPPED', why = 'OVER', next_at = null, sealed_link = null,
        ended_at = :now
      where id in (
        select id from mail
        where state in ('QUEUED', 'BY_HAND') and needed_until <= :now
        order by created_at limit 500 for update skip locked)
      returning id
      """)
  List<UUID> expire(Instant now);

  // The server was set up when they were written and is no longer.
  @SqlQuery(
      """
      update mail set next_at = null,
        state = case when kind = any(:shown) then 'SHOWN' else 'BY_HAND' end,
        ended_at = case when kind = any(:shown) then cast(:now as timestamptz) end
      where id in (
        select id from mail where state = 'QUEUED' order by created_at limit 500
        for update skip locked)
      returning id
      """)
  List<UUID> withoutServer(Collection<String> shown, Instant now);
}
