package id.gaung.publishing;

import id.gaung.channel.SentPosts;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.KeyColumn;
import org.jdbi.v3.sqlobject.config.ValueColumn;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** What is known of the posts of one channel. */
interface ChannelPostsDao extends SentPosts {

  @SqlQuery(
      """
      select channel_id, count(*) as posts from rendition
      where channel_id = any(:ids) and state in ('SCHEDULED', 'RETRYING') group by channel_id
      """)
  @KeyColumn("channel_id")
  @ValueColumn("posts")
  Map<UUID, Long> planned(Collection<UUID> ids);

  /**
   * Another post of a channel that may have left something there.
   *
   * @param state {@code PUBLISHING} while a call may be under way
   */
  record OpenRow(UUID id, RenditionState state, String text, Map<String, String> checkpoint) {}

  @SqlQuery(
      """
      select r.remote_id from rendition r
      where r.channel_id = :channelId and r.id <> :id and r.remote_id = any(:remoteIds)
        and not exists (
          select from publish_attempt a
          where a.rendition_id = r.id and a.kind = 'PUBLISH'
            and coalesce(a.finished_at, 'infinity') > :before)
      """)
  List<String> outBefore(UUID channelId, UUID id, Collection<String> remoteIds, Instant before);

  @SqlQuery(
      """
      select remote_id from rendition
      where channel_id = :channelId and id <> :id and remote_id = any(:marks)
      union
      select remote_url from rendition
      where channel_id = :channelId and id <> :id and remote_url = any(:marks)
      """)
  List<String> held(UUID channelId, UUID id, Collection<String> marks);

  // One after the other, so that each part finds its own index. What a person gave up may stand
  // there all the same.
  @SqlQuery(
      """
      select id, state, text, checkpoint from rendition
      where channel_id = :channelId and id <> :id and state = 'PUBLISHING'
      union all
      select id, state, text, checkpoint from rendition
      where channel_id = :channelId and id <> :id
        and (state = 'UNCERTAIN' or (state = 'RETRYING' and failure_code = 'no-answer'))
        and state in ('SCHEDULED', 'RETRYING', 'UNCERTAIN')
      union all
      select id, state, text, checkpoint from rendition
      where channel_id = :channelId and id <> :id and due_at > :since
        and state = 'CANCELLED' and reason = 'GIVEN_UP'
      """)
  List<OpenRow> open(UUID channelId, UUID id, Instant since);

  @SqlQuery(
      """
      select rendition_id, position, photo_id, alt_text, video from rendition_picture
      where rendition_id = any(:ids) order by rendition_id, position
      """)
  List<RenditionPicture> pictures(Collection<UUID> ids);

  /** Who else of the channel holds it. */
  @SqlQuery(
      """
      select id from rendition
      where channel_id = :channelId and id <> :id and remote_id = :remoteId
      """)
  Optional<UUID> holder(UUID channelId, UUID id, String remoteId);

  @SqlUpdate("update rendition set proof_photo_id = :photoId where id = :id")
  void proved(UUID id, UUID photoId);

  @SqlUpdate(
      """
      update rendition set remote_id = :remoteId, remote_url = :url, version = version + 1
      where id = :id
      """)
  void addressed(UUID id, String remoteId, String url);

  /** The last that was made for each. */
  @SqlQuery(
      """
      select distinct on (rendition_id) rendition_id, number, kind, payload_hash, started_at,
        finished_at, outcome, detail
      from publish_attempt where rendition_id = any(:ids) and kind <> 'PERSON'
      order by rendition_id, number desc, started_at desc
      """)
  List<AttemptView> lastAttempts(Collection<UUID> ids);

  /** The pictures that show renditions to be out, by rendition. */
  @SqlQuery(
      """
      select id, proof_photo_id from rendition
      where id = any(:ids) and proof_photo_id is not null
      """)
  @KeyColumn("id")
  @ValueColumn("proof_photo_id")
  Map<UUID, UUID> proofs(Collection<UUID> ids);

  // Held to the end of the transaction by whoever gives remote ids to renditions of the channel;
  // taken before any row, so that nobody waits for each other in a circle.
  @SqlQuery(
      """
      select pg_advisory_xact_lock(hashtextextended('remote ids of ' || id, 0)) is null
      from (select distinct id from unnest(:channelIds) as id order by id) as channels
      """)
  List<Boolean> lock(Collection<UUID> channelIds);

  @Override
  default List<Sent> sent(List<Asked> asked) {
    return sent(
        asked.stream().map(Asked::channelId).toList(),
        asked.stream().map(Asked::most).toList(),
        asked.stream().map(one -> one.since().toString()).toList(),
        asked.stream().map(one -> one.heardAt().toString()).toList());
  }

  // Of each account the newest as far as its limit goes, by the index of what came out last.
  @SqlQuery(
      """
      select asked.channel_id, count(*) as count,
        count(*) filter (where out.published_at > asked.heard_at) as since_heard,
        min(out.published_at) as first
      from unnest(:channelIds, :mosts, cast(:sinces as timestamptz[]),
          cast(:heardAts as timestamptz[])) as asked (channel_id, most, since, heard_at)
        cross join lateral (
          select r.published_at from rendition r
          where r.channel_id = asked.channel_id and r.published_at > asked.since
          order by r.published_at desc limit asked.most) out
      group by asked.channel_id
      """)
  List<Sent> sent(
      List<UUID> channelIds, List<Long> mosts, List<String> sinces, List<String> heardAts);
}
