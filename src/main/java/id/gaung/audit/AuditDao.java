package id.gaung.audit;

import id.gaung.audit.Audit.AuditHead;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.customizer.FetchSize;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

interface AuditDao {

  // The lock that orders the chain: whoever holds it appends, everybody else waits until that
  // transaction ends. Taken last in a transaction, so that nothing slow happens under it.
  @SqlQuery("select seq, hash from audit_head for update")
  AuditHead lockHead();

  @SqlBatch(
      """
      insert into audit_event (seq, at, actor_kind, actor_id, actor_name, action, subject_type,
        subject_id, details, request_id, address, prev_hash, hash)
      values (:seq, :at, :actorKind, :actorId, :actorName, :action, :subjectType,
        :subjectId, :details, :requestId, :address, :prevHash, :hash)
      """)
  void insert(@BindMethods List<AuditEvent> events);

  @SqlUpdate("update audit_head set seq = :seq, hash = :hash")
  void moveHead(long seq, String hash);

  @SqlQuery("select seq, hash from audit_head")
  AuditHead head();

  @SqlQuery("select * from audit_event order by seq")
  @FetchSize(1000)
  Stream<AuditEvent> streamAll();

  @SqlQuery(
      """
      select * from audit_event
      where subject_type = :subjectType and subject_id = :subjectId
      order by seq desc limit :limit
      """)
  List<AuditEvent> about(String subjectType, UUID subjectId, int limit);

  @SqlQuery(
      """
      select * from audit_event
      where (cast(:actor as uuid) is null or actor_id = :actor)
        and (cardinality(cast(:subjectTypes as text[])) = 0 or subject_type = any(:subjectTypes))
        and at >= :from and at < :until
      order by seq desc limit :limit offset :offset
      """)
  List<AuditEvent> sought(@BindMethods Audit.Sought sought, int limit, int offset);

  @SqlQuery(
      """
      select count(*) from audit_event
      where (cast(:actor as uuid) is null or actor_id = :actor)
        and (cardinality(cast(:subjectTypes as text[])) = 0 or subject_type = any(:subjectTypes))
        and at >= :from and at < :until
      """)
  long countSought(@BindMethods Audit.Sought sought);

  @SqlQuery(
      """
      select * from audit_event
      where (:subjectType is null or subject_type = :subjectType)
      order by seq desc limit :limit offset :offset
      """)
  List<AuditEvent> newest(@Nullable String subjectType, int limit, int offset);

  @SqlUpdate(
      """
      insert into audit_check (at, held, broken_at) values (:at, :held, :brokenAt)
      on conflict (only_one) do update
        set at = excluded.at, held = excluded.held, broken_at = excluded.broken_at
      """)
  void keepCheck(Instant at, long held, @Nullable Long brokenAt);

  /** A walk of the chain: the rows that held, and the first that did not. */
  record CheckRow(Instant at, long held, Optional<Long> brokenAt) {}

  @SqlQuery("select at, held, broken_at from audit_check")
  Optional<CheckRow> lastCheck();
}
