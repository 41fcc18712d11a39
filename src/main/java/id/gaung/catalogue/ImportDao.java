package id.gaung.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface ImportDao {

  // One import at a time, until its transaction ends: two files with the same new business would
  // otherwise both enter it.
  @SqlQuery("select 1 from pg_advisory_xact_lock(hashtext('gaung.catalogue_import'))")
  int lock();

  @SqlUpdate(
      """
      insert into catalogue_import (id, file_name, content, created_by, created_at)
      values (:id, :fileName, :content, :createdBy, :createdAt)
      """)
  void insert(
      UUID id, String fileName, byte[] content, Optional<UUID> createdBy, Instant createdAt);

  @SqlQuery(
      """
      select id, file_name, created_by, created_at, applied_at, result
      from catalogue_import where id = :id
      """)
  Optional<StoredImport> find(UUID id);

  // Not a @SingleValue: of a row that is not there, that answers null instead of empty.
  @SqlQuery("select content from catalogue_import where id = :id")
  Optional<byte[]> content(UUID id);

  @SqlQuery(
      """
      select id, file_name, created_by, created_at, applied_at, result
      from catalogue_import order by created_at desc, id limit :limit offset :offset
      """)
  List<StoredImport> page(int limit, int offset);

  @SqlQuery("select count(*) from catalogue_import")
  long count();

  // Whoever presses second waits here for the first and then finds it applied.
  @SqlUpdate(
      """
      update catalogue_import set applied_at = :now where id = :id and applied_at is null
      """)
  int markApplied(UUID id, Instant now);

  @SqlUpdate("update catalogue_import set result = :result where id = :id")
  void keepResult(UUID id, Map<String, String> result);
}
