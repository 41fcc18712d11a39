package id.gaung.engagement;

import id.gaung.db.CopiedRows;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.SqlObject;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface SnapshotDao extends SqlObject {

  record LastRead(UUID renditionId, Instant observedAt) {}

  @SqlQuery(
      """
      select rendition_id, max(observed_at) as observed_at from snapshot
      where rendition_id = any(:renditionIds) and source = 'API'
      group by rendition_id
      """)
  List<LastRead> lastRead(Collection<UUID> renditionIds);

  /**
   * The transaction, of which this is the first statement, is not waited for until it is on the
   * disk. It is all there or not at all, and other transactions are as safe as ever; after a power
   * cut what was kept in the last second may be missing.
   */
  @SqlUpdate("set local synchronous_commit = off")
  void keepUnhurried();

  /** Copied, not inserted: a reading of many posts is hundreds of rows. */
  default void insert(Collection<Snapshot> snapshots) {
    CopiedRows rows = new CopiedRows();
    for (Snapshot one : snapshots) {
      rows.with(one.renditionId())
          .with(one.metric())
          .with(one.value())
          .with(one.gap())
          .with(one.observedAt())
          .with(one.source())
          .end();
    }
    rows.into(getHandle(), "snapshot (rendition_id, metric, value, gap, observed_at, source)");
  }

  @SqlQuery(
      """
      select rendition_id, metric, value, gap, observed_at, source
      from snapshot
      where rendition_id = :renditionId
      order by observed_at desc, metric
      limit :limit
      """)
  List<Snapshot> newest(UUID renditionId, int limit);

  @SqlQuery(
      """
      select s.rendition_id, s.metric, s.value, s.gap, s.observed_at, s.source
      from unnest(cast(:metrics as text[])) as m (metric)
      cross join lateral (
        select rendition_id, metric, value, gap, observed_at, source
        from snapshot
        where rendition_id = :renditionId and metric = m.metric and value is not null
        order by observed_at desc
        limit 1
      ) s
      """)
  List<Snapshot> lastKnown(UUID renditionId, List<String> metrics);
}
