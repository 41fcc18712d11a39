package id.gaung.engagement;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

interface SnapshotDao {

  record LastRead(UUID renditionId, Instant observedAt) {}

  @SqlQuery(
      """
      select rendition_id, max(observed_at) as observed_at from snapshot
      where rendition_id = any(:renditionIds) and source = 'API'
      group by rendition_id
      """)
  List<LastRead> lastRead(Collection<UUID> renditionIds);

  @SqlBatch(
      """
      insert into snapshot (rendition_id, metric, value, gap, observed_at, source)
      values (:renditionId, :metric, :value, :gap, :observedAt, :source)
      """)
  void insert(@BindMethods Collection<Snapshot> snapshots);

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
