package id.gaung.engagement;

import id.gaung.kernel.Network;
import id.gaung.platform.RemotePost;
import id.gaung.publishing.Renditions;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface WatchDao {

  @SqlBatch(
      """
      insert into watch (rendition_id, channel_id, published_at, remote_id, remote_url, next_at,
        typed, ended_at, end_reason)
      values (:renditionId, :channelId, :publishedAt, :remoteId, :remoteUrl, :nextAt,
        :typed, :endedAt, case when :typed then 'LADDER_DONE' end)
      on conflict (rendition_id) do nothing
      """)
  void begin(@BindMethods Collection<BegunWatch> watches);

  /**
   * A post that is measured from now on.
   *
   * @param nextAt when it is read first; empty where people type what it counts
   * @param endedAt until when it is measured, where that is known from the beginning
   */
  record BegunWatch(
      UUID renditionId,
      UUID channelId,
      Instant publishedAt,
      Optional<Instant> nextAt,
      String remoteId,
      Optional<String> remoteUrl,
      boolean typed,
      Optional<Instant> endedAt) {}

  /** A channel and its network. */
  record OnNetwork(UUID channelId, Network network) {}

  @SqlQuery("select channel_id, network from channel_connection_span where channel_id = any(:ids)")
  List<OnNetwork> networks(Collection<UUID> ids);

  /** The network's own id of a post that was measured without one; those that are over stay so. */
  @SqlBatch(
      """
      update watch set remote_id = :remoteId, remote_url = :remoteUrl, typed = :typed,
        next_at = :nextAt, ended_at = :endedAt,
        end_reason = case when :typed then 'LADDER_DONE' end
      where rendition_id = :renditionId and end_reason is distinct from 'POST_GONE'
      """)
  void addressed(@BindMethods Collection<BegunWatch> watches);

  /** As gone: people said so. */
  @SqlUpdate(
      """
      update watch set ended_at = :now, end_reason = 'POST_GONE', absent_since = :now,
        next_at = null
      where rendition_id = any(:renditionIds) and end_reason is distinct from 'POST_GONE'
      """)
  void endMarked(Collection<UUID> renditionIds, Instant now);

  /** A post that was taken for gone. */
  record EndedWatch(UUID renditionId, Instant publishedAt, boolean typed) {}

  @SqlQuery(
      """
      select rendition_id, published_at, typed from watch
      where rendition_id = any(:renditionIds) and end_reason = 'POST_GONE'
      """)
  List<EndedWatch> ended(Collection<UUID> renditionIds);

  /** One that stands after all, with when it is read next or until when it is typed. */
  record Resumed(UUID renditionId, Optional<Instant> nextAt, Optional<Instant> endedAt) {}

  @SqlBatch(
      """
      update watch set next_at = :nextAt, ended_at = :endedAt, absent_since = null,
        last_trouble = null, end_reason = case when typed then 'LADDER_DONE' end
      where rendition_id = :renditionId
      """)
  void resume(@BindMethods Collection<Resumed> watches);

  /** Whether people type what the post counts. */
  @SqlQuery("select typed from watch where rendition_id = :renditionId")
  Optional<Boolean> isTyped(UUID renditionId);

  @SqlQuery("select rendition_id from watch where rendition_id = any(:renditionIds) and typed")
  Set<UUID> typed(Collection<UUID> renditionIds);

  /** Posts whose counts are typed, still measured, and not typed since an instant. */
  @SqlQuery(
      """
      select w.rendition_id from watch w
      where w.typed and w.ended_at > :now and w.published_at <= :now and not exists (
        select from snapshot s where s.rendition_id = w.rendition_id and s.observed_at >= :since)
      order by w.published_at limit :limit
      """)
  List<UUID> toType(Instant now, Instant since, int limit);

  /** The channels of which posts are to be read, the longest overdue first. */
  @SqlQuery(
      """
      select channel_id from watch
      where ended_at is null and next_at <= :now
      group by channel_id
      order by min(next_at), channel_id
      """)
  List<UUID> dueChannels(Instant now);

  @SqlQuery(
      """
      select rendition_id, channel_id, published_at, next_at, absent_since, remote_id, remote_url
      from watch
      where channel_id = :channelId and ended_at is null and next_at <= :now
      order by next_at, rendition_id
      limit :limit
      """)
  List<DueWatch> due(UUID channelId, Instant now, int limit);

  @SqlQuery(
      """
      select rendition_id, channel_id, published_at, coalesce(next_at, published_at) as next_at,
        absent_since, remote_id, remote_url
      from watch
      where rendition_id = :renditionId
      """)
  Optional<DueWatch> find(UUID renditionId);

  @SqlQuery(
      """
      select exists (
        select 1 from watch
        where rendition_id = :renditionId and ended_at is null and last_trouble = 'hidden')
      """)
  boolean isHidden(UUID renditionId);

  @SqlQuery(
      """
      select exists (
        select 1 from watch
        where rendition_id = :renditionId and last_trouble in ('hidden', 'not-indexed'))
      """)
  boolean isUnshown(UUID renditionId);

  @SqlBatch(
      """
      update watch
      set next_at = :nextAt, absent_since = :absentSince, last_trouble = :lastTrouble,
        ended_at = :endedAt, end_reason = :endReason
      where rendition_id = :renditionId and ended_at is null
      """)
  void move(@BindMethods Collection<WatchMove> moves);

  @SqlUpdate(
      """
      insert into hidden_span (rendition_id, since)
      select w.rendition_id, :now from watch w
      where w.rendition_id = any(:renditionIds) and w.ended_at is null
      on conflict do nothing
      """)
  void hidden(Collection<UUID> renditionIds, Instant now);

  @SqlUpdate(
      """
      update hidden_span set until = greatest(since, :now)
      where rendition_id = any(:renditionIds) and until is null
      """)
  void hiddenNoMore(Collection<UUID> renditionIds, Instant now);

  @SqlBatch("update watch set remote_id = :remoteId where rendition_id = :renditionId")
  void renumber(@BindMethods Collection<Renditions.Renumbered> posts);

  @SqlUpdate(
      """
      update watch
      set ended_at = :now, end_reason = 'POST_GONE',
        absent_since = coalesce(absent_since, :now), next_at = null
      where rendition_id = :renditionId and ended_at is null
      """)
  int endAsGone(UUID renditionId, Instant now);

  @SqlQuery("select min(next_at) from watch where ended_at is null")
  Optional<Instant> nextDue();

  /**
   * A post whose counts are to be read now.
   *
   * @param absentSince when its network first said that it is gone; empty while it stands
   */
  record DueWatch(
      UUID renditionId,
      UUID channelId,
      Instant publishedAt,
      Instant nextAt,
      Optional<Instant> absentSince,
      String remoteId,
      Optional<String> remoteUrl) {

    RemotePost post() {
      return new RemotePost(remoteId, remoteUrl.map(URI::create));
    }
  }
}
