package id.gaung.engagement;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface SnapshotDao {

  record LastRead(UUID renditionId, Instant observedAt) {}

  @SqlQuery(
      """
      select rendition_id, max(observed_at) as observed_at from snapshot
      where rendition_id = any(:renditionIds) and source = 'API'
      group by rendition_id
      """)
  List<LastRead> lastRead(Collection<UUID> renditionIds);

  /** All of them in one statement: a reading of many posts is hundreds of rows. */
  default void insert(Collection<Snapshot> snapshots) {
    if (!snapshots.isEmpty()) {
      insert(SnapshotColumns.of(snapshots));
    }
  }

  @SqlUpdate(
      """
      insert into snapshot (rendition_id, metric, value, gap, observed_at, source)
      select r, m, cast(nullif(v, '') as bigint), nullif(g, ''), cast(o as timestamptz), s
      from unnest(cast(:renditionIds as uuid[]), cast(:metrics as text[]),
        cast(:values as text[]), cast(:gaps as text[]), cast(:observedAts as text[]),
        cast(:sources as text[])) as row (r, m, v, g, o, s)
      """)
  void insert(@BindMethods SnapshotColumns columns);

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
