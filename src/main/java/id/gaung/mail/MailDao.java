package id.gaung.mail;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The outbox as features write it and people read it; how it leaves is {@link MailQueueDao}'s. */
interface MailDao {

  @SqlBatch(
      """
      insert into mail (id, message_id, dedupe_key, kind, recipient_kind, recipient_id, language,
        args, sealed_link, urgent, state, created_at, needed_until, next_at, ended_at, why)
      values (:id, :messageId, :key, :kind, :recipientKind, :recipientId, :language, :args,
        :sealedLink, :urgent, :state, :createdAt, :until, :nextAt, :endedAt, :why)
      on conflict (dedupe_key, recipient_id) do nothing
      """)
  void insert(@BindMethods List<NewRow> rows);

  // What a node is telling the server just now is told to the end.
  @SqlQuery(
      """
      update mail set next_at = null, sealed_link = null, ended_at = :now,
        state = case when state = 'REFUSED' then state else 'DROPPED' end,
        why = case when state = 'REFUSED' then why else 'OVER' end
      where starts_with(dedupe_key, :prefix) and state in ('QUEUED', 'BY_HAND', 'REFUSED')
      returning id
      """)
  List<UUID> settle(String prefix, Instant now);

  @SqlQuery("select * from mail where id = :id for update")
  Optional<Row> lock(UUID id);

  @SqlUpdate(
      """
      update mail set state = :state, next_at = :nextAt, ended_at = :endedAt, why = null,
        decided_by = :by,
        sealed_link = case when :state = 'QUEUED' then sealed_link end
      where id = :id
      """)
  void decide(
      UUID id, MailState state, Optional<Instant> nextAt, Optional<Instant> endedAt, UUID by);

  @SqlQuery(
      """
      select * from mail
      where state in ('BY_HAND', 'REFUSED') and needed_until > :now and sealed_link is not null
        and (kind = any(:kinds) or (kind = any(:own) and recipient_id = :reader))
      order by urgent desc, created_at, id limit :limit
      """)
  List<Row> waiting(
      Collection<String> kinds, Collection<String> own, UUID reader, Instant now, int limit);

  @SqlQuery("select count(*) from mail")
  long count();

  @SqlQuery(
      """
      select m.*, a.code, a.words from mail m
      left join mail_attempt a on a.mail_id = m.id and a.number = m.attempts
      order by m.created_at desc, m.id limit :limit offset :offset
      """)
  List<Logged> newest(int limit, int offset);

  @SqlQuery(
      """
      select m.*, a.code, a.words from mail m
      left join mail_attempt a on a.mail_id = m.id and a.number = m.attempts
      where m.state = 'UNKNOWN'
      order by m.created_at, m.id limit :limit
      """)
  List<Logged> unknown(int limit);

  @SqlQuery(
      """
      select m.*, a.code, a.words from mail m
      left join mail_attempt a on a.mail_id = m.id and a.number = m.attempts
      where m.kind = 'TEST' and m.recipient_id = :reader
      order by m.created_at desc limit 1
      """)
  Optional<Logged> lastTest(UUID reader);

  @SqlQuery(
      """
      select count(*) filter (where state = 'QUEUED') as queued,
        count(*) filter (where state = 'UNKNOWN') as unknown,
        min(created_at) filter (where state = 'QUEUED' and attempts > 0) as troubled_since
      from mail where state in ('BY_HAND', 'REFUSED', 'UNKNOWN', 'QUEUED')
      """)
  Standing standing();

  @SqlQuery("select kind from mail_unwanted where person_id = :person")
  List<String> unwanted(UUID person);

  @SqlQuery("select person_id, kind from mail_unwanted where person_id = any(:people)")
  List<Unwanted> unwantedOf(Collection<UUID> people);

  @SqlUpdate("delete from mail_unwanted where person_id = :person and kind = any(:kinds)")
  void want(UUID person, Collection<String> kinds);

  @SqlUpdate(
      """
      insert into mail_unwanted (person_id, kind) select :person, unnest(:kinds)
      on conflict do nothing
      """)
  void refuse(UUID person, List<String> kinds);

  /** What a person does not want. */
  record Unwanted(UUID personId, String kind) {}

  /**
   * How the outbox stands.
   *
   * @param queued messages that have yet to leave
   * @param unknown those that a person must decide about
   * @param troubledSince since when the oldest of those waits that were tried in vain
   */
  record Standing(long queued, long unknown, Optional<Instant> troubledSince) {}

  /** A message as it is first written. */
  @SuppressWarnings("ArrayRecordComponent")
  record NewRow(
      UUID id,
      String messageId,
      String key,
      MailKind kind,
      WriteMail.Who recipientKind,
      UUID recipientId,
      String language,
      Map<String, String> args,
      byte[] sealedLink,
      boolean urgent,
      MailState state,
      Instant createdAt,
      Instant until,
      Optional<Instant> nextAt,
      Optional<Instant> endedAt,
      Optional<MailState.Why> why) {}

  /** A message. */
  @SuppressWarnings("ArrayRecordComponent")
  record Row(
      UUID id,
      String messageId,
      String dedupeKey,
      MailKind kind,
      WriteMail.Who recipientKind,
      UUID recipientId,
      id.gaung.web.Language language,
      Map<String, String> args,
      Optional<byte[]> sealedLink,
      boolean urgent,
      MailState state,
      Instant createdAt,
      Instant neededUntil,
      int attempts) {

    WriteMail.To to() {
      return new WriteMail.To(recipientKind, recipientId);
    }
  }

  /**
   * A message in the log.
   *
   * @param code the server's last; 0 where it said nothing, empty where it was not asked
   */
  record Logged(
      UUID id,
      MailKind kind,
      WriteMail.Who recipientKind,
      UUID recipientId,
      boolean urgent,
      MailState state,
      Instant createdAt,
      Optional<Instant> nextAt,
      Optional<Instant> endedAt,
      int attempts,
      Optional<MailState.Why> why,
      Optional<Integer> code,
      Optional<String> words) {

    WriteMail.To to() {
      return new WriteMail.To(recipientKind, recipientId);
    }
  }
}
