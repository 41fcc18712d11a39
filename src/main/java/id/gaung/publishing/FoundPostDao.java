package id.gaung.publishing;

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

interface FoundPostDao {

  /**
   * Those that Gaung knows already: its own, those that were found before, and those that somebody
   * gave as a creator's.
   */
  @SqlQuery(
      """
      with same as (
        select c.channel_id
        from channel_connection_span asked
        join channel_connection_span c on c.numbering = asked.numbering
        where asked.channel_id = :channelId)
      select remote_id from rendition
      where channel_id in (select channel_id from same) and remote_id = any(:remoteIds)
      union
      select remote_id from found_post
      where channel_id in (select channel_id from same) and remote_id = any(:remoteIds)
        and (taken_back_at is null or channel_id = :channelId)
      """)
  Set<String> known(UUID channelId, Collection<String> remoteIds);

  /** A post as it is stored first. */
  record NewRow(
      UUID id,
      UUID channelId,
      String remoteId,
      Optional<String> remoteUrl,
      Instant publishedAt,
      String text,
      Instant foundAt,
      boolean opening,
      boolean settled) {}

  // What somebody gave as a creator's may be known by its address alone, under another name.
  @SqlBatch(
      """
      insert into found_post (id, channel_id, remote_id, remote_url, published_at, text, found_at,
        opening, settled)
      select :id, :channelId, :remoteId, :remoteUrl, :publishedAt, :text, :foundAt, :opening,
        :settled
      where not exists (
        select from found_post given
        where given.remote_url = :remoteUrl and given.deliverable_id is not null
          and given.taken_back_at is null)
      on conflict (channel_id, remote_id) do nothing
      """)
  void insert(@BindMethods Collection<NewRow> posts);

  @SqlQuery("select id from found_post where id = any(:ids)")
  Set<UUID> stored(Collection<UUID> ids);

  String SHOWN =
      """
      select f.id, f.channel_id, c.network, c.label as account, f.text, f.published_at, f.found_at,
        f.remote_url, f.campaign_id, b.campaign, f.deliverable_id, f.removed_at, f.version
      from found_post f
      join channel_connection_span c on c.channel_id = f.channel_id
      left join campaign_budget_line b on b.campaign_id = f.campaign_id
      """;

  String OWN =
      """
      f.deliverable_id is null and not exists (
        select from rendition r where r.channel_id = f.channel_id and r.remote_id = f.remote_id)
      """;

  @SqlQuery(
      SHOWN
          + " where "
          + OWN
          + """
       and (not :unlinked or f.campaign_id is null)
      order by f.published_at desc, f.id
      limit :limit offset :offset
      """)
  List<FoundPost> page(boolean unlinked, int limit, int offset);

  @SqlQuery(
      "select count(*) from found_post f where "
          + OWN
          + " and (not :unlinked or f.campaign_id is null)")
  long count(boolean unlinked);

  @SqlQuery(SHOWN + " where f.id = :id")
  Optional<FoundPost> find(UUID id);

  /** A product that a found post shows. */
  record ShownRow(UUID foundPostId, UUID productId) {}

  @SqlQuery(
      """
      select found_post_id, product_id from found_product
      where found_post_id = any(:ids) order by found_post_id, product_id
      """)
  List<ShownRow> products(Collection<UUID> ids);

  /** A found post as its network knows it. */
  record RemoteRow(
      UUID id, UUID channelId, String remoteId, Optional<String> remoteUrl, boolean gone) {}

  @SqlQuery(
      """
      select id, channel_id, remote_id, remote_url, removed_at is not null as gone
      from found_post where id = any(:ids)
      """)
  List<RemoteRow> remote(Collection<UUID> ids);

  @SqlUpdate(
      """
      update found_post set campaign_id = :campaignId, version = version + 1
      where id = :id and version = :version and deliverable_id is null
      """)
  int link(UUID id, int version, Optional<UUID> campaignId);

  @SqlUpdate(
      """
      with taken as (
        delete from found_product
        where found_post_id = :id and product_id <> all(cast(:products as uuid[])))
      insert into found_product (found_post_id, product_id)
      select :id, p from unnest(cast(:products as uuid[])) as p
      on conflict do nothing
      """)
  void show(UUID id, Collection<UUID> products);

  @SqlUpdate(
      """
      update found_post set settled = true
      where channel_id = :channelId and published_at >= :since and not settled
      """)
  void settle(UUID channelId, Instant since);

  @SqlQuery(
      """
      with gone as (
        update found_post set removed_at = :now, version = version + 1
        where id = any(:ids) and removed_at is null
        returning deliverable_id)
      select distinct deliverable_id from gone where deliverable_id is not null
      """)
  Set<UUID> gone(Collection<UUID> ids, Instant now);
}
