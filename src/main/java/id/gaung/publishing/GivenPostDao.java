package id.gaung.publishing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

interface GivenPostDao {

  /** A post as it is stored. */
  record GivenRow(
      UUID id,
      UUID deliverableId,
      UUID campaignId,
      UUID channelId,
      String remoteId,
      Optional<String> remoteUrl,
      Instant publishedAt,
      String text,
      Instant at,
      boolean opening) {}

  /** Where a post or an address is known from: the deliverable, if it was given for one. */
  record UsedRow(Optional<UUID> deliverableId) {}

  @SqlQuery(
      """
      select id, deliverable_id, channel_id, remote_url, published_at, found_at as given_at,
        removed_at
      from found_post
      where deliverable_id = :deliverableId and taken_back_at is null
      order by published_at, id
      """)
  List<GivenPost> of(UUID deliverableId);

  // A post is the same one whoever's account it was given for: an address need not say whose it
  // is, and an account can be the office's and a creator's.
  @SqlQuery(
      """
      with same as (
        select c.channel_id
        from channel_connection_span given
        join channel_connection_span c on c.numbering = given.numbering
        where given.channel_id = :channelId)
      select f.deliverable_id from found_post f
      where (f.channel_id in (select channel_id from same) and f.remote_id = :remoteId
          or f.remote_url = :url)
        and f.taken_back_at is null
      union all
      select cast(null as uuid) from rendition r
      where r.channel_id in (select channel_id from same) and r.remote_id = :remoteId
        or r.remote_url = :url
      limit 1
      """)
  Optional<UsedRow> known(UUID channelId, String remoteId, Optional<String> url);

  // One that was taken back and is given once more is the same post.
  @SqlQuery(
      """
      insert into found_post (id, channel_id, remote_id, remote_url, published_at, text, found_at,
        opening, settled, campaign_id, deliverable_id)
      values (:id, :channelId, :remoteId, :remoteUrl, :publishedAt, :text, :at, :opening, true,
        :campaignId, :deliverableId)
      on conflict (channel_id, remote_id) do update
      set remote_url = excluded.remote_url, published_at = excluded.published_at,
        text = excluded.text, found_at = excluded.found_at, opening = excluded.opening,
        campaign_id = excluded.campaign_id, deliverable_id = excluded.deliverable_id,
        taken_back_at = null, removed_at = null, version = found_post.version + 1
      returning id
      """)
  UUID insert(@BindMethods GivenRow row);

  @SqlQuery(
      """
      update found_post set taken_back_at = :now, version = version + 1
      where id = :id and deliverable_id is not null and taken_back_at is null
      returning deliverable_id
      """)
  Optional<UUID> takeBack(UUID id, Instant now);
}
