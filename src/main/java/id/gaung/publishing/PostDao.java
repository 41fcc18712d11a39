package id.gaung.publishing;

import id.gaung.media.MediaUses.MediaUse;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface PostDao {

  /** Where photos are shown here, or prove that something is out. */
  @SqlQuery(
      """
      select p.photo_id as media_id, 'post' as kind,
        left(split_part(min(r.text), chr(10), 1), 80) as title, '/posts/' || r.post_id as path
      from rendition_picture p join rendition r on r.id = p.rendition_id
      where p.photo_id = any(:photos)
      group by p.photo_id, r.post_id
      union all
      select proof_photo_id, 'proof', left(split_part(text, chr(10), 1), 80), '/posts/' || post_id
      from rendition where proof_photo_id = any(:photos)
      """)
  List<MediaUse> shown(Collection<UUID> photos);

  /** Those of the photos that a post shows which is or was out. */
  @SqlQuery(
      """
      select distinct p.photo_id from rendition_picture p
      join rendition r on r.id = p.rendition_id
      where p.photo_id = any(:photos) and r.published_at is not null
      """)
  Set<UUID> published(Collection<UUID> photos);

  @SqlUpdate(
      """
      insert into post (id, campaign_id, deliverable_id, created_by, created_at, card)
      values (:id, :campaignId, :deliverableId, :createdBy, :createdAt, :card)
      """)
  void insert(@BindMethods PostRow post);

  @SqlBatch("insert into post_product (post_id, product_id) values (:postId, :productId)")
  void insertProducts(UUID postId, Iterable<UUID> productId);

  @SqlBatch(
      """
      insert into rendition
        (id, post_id, channel_id, text, due_at, next_at, state, created_at, options)
      values (:id, :postId, :channelId, :text, :dueAt, :dueAt, :state, :createdAt, :options)
      """)
  void insertRenditions(@BindMethods List<NewRendition> renditions);

  @SqlBatch(
      """
      insert into rendition_picture (rendition_id, position, photo_id, alt_text, video)
      values (:renditionId, :position, :photoId, :altText, :video)
      """)
  void insertPictures(@BindMethods List<RenditionPicture> pictures);

  @SqlQuery("select * from post where id = :id")
  Optional<PostRow> find(UUID id);

  @SqlQuery("select product_id from post_product where post_id = :postId")
  List<UUID> products(UUID postId);

  @SqlQuery(
      """
      select exists (
        select from post p join rendition r on r.post_id = p.id
        where p.deliverable_id = :deliverableId
          and r.state not in ('CANCELLED', 'REMOVED'))
      """)
  boolean isPosted(UUID deliverableId);

  @SqlQuery(
      """
      select r.*, p.campaign_id, p.deliverable_id, p.created_by
      from rendition r join post p on p.id = r.post_id
      where r.post_id = :postId order by r.due_at, r.id
      """)
  List<RenditionRow> ofPost(UUID postId);

  /** Of posts that are due first within that time, all accounts. */
  @SqlQuery(
      """
      select r.*, p.campaign_id, p.deliverable_id, p.created_by
      from rendition r join post p on p.id = r.post_id
      where r.post_id in (
        select d.post_id from rendition d
        where d.due_at >= :from and d.due_at < :to and d.state <> 'CANCELLED'
          and not exists (
            select from rendition e where e.post_id = d.post_id
              and e.due_at < :from and e.state <> 'CANCELLED'))
      order by r.due_at, r.id limit :limit
      """)
  List<RenditionRow> between(Instant from, Instant to, int limit);

  @SqlQuery(
      """
      select r.*, p.campaign_id, p.deliverable_id, p.created_by
      from rendition r join post p on p.id = r.post_id
      where r.state = any(:states)
      order by r.due_at desc, r.id desc limit :limit offset :offset
      """)
  List<RenditionRow> page(Collection<String> states, int limit, int offset);

  @SqlQuery(
      """
      select r.*, p.campaign_id, p.deliverable_id, p.created_by
      from (
        select post_id from rendition where text ilike :like
        group by post_id order by max(due_at) desc, post_id limit :most
      ) found
        join rendition r on r.post_id = found.post_id
        join post p on p.id = r.post_id
      order by r.due_at desc, r.id desc
      """)
  List<RenditionRow> search(String like, int most);

  /** Posts that stand so on at least one of the accounts, the latest due first. */
  @SqlQuery(
      """
      select r.post_id from rendition r join post p on p.id = r.post_id
      where r.state = any(:states) and r.text ilike :like
        and (cast(:campaign as uuid) is null or p.campaign_id = :campaign)
        and (:everywhere or r.channel_id = any(:channels))
      group by r.post_id order by min(r.due_at) desc, r.post_id desc limit :limit offset :offset
      """)
  List<UUID> postPage(
      Collection<String> states,
      String like,
      Optional<UUID> campaign,
      boolean everywhere,
      Collection<UUID> channels,
      int limit,
      int offset);

  @SqlQuery(
      """
      select count(distinct r.post_id) from rendition r join post p on p.id = r.post_id
      where r.state = any(:states) and r.text ilike :like
        and (cast(:campaign as uuid) is null or p.campaign_id = :campaign)
        and (:everywhere or r.channel_id = any(:channels))
      """)
  long countPosts(
      Collection<String> states,
      String like,
      Optional<UUID> campaign,
      boolean everywhere,
      Collection<UUID> channels);

  /** The campaigns that have posts, at most a hundred. */
  @SqlQuery("select distinct campaign_id from post limit 100")
  Set<UUID> campaigns();

  @SqlQuery(
      """
      select r.*, p.campaign_id, p.deliverable_id, p.created_by
      from rendition r join post p on p.id = r.post_id
      where r.post_id = any(:postIds) order by r.due_at, r.id
      """)
  List<RenditionRow> ofPosts(Collection<UUID> postIds);

  @SqlQuery("select count(*) from rendition where state = any(:states)")
  long count(Collection<String> states);

  @SqlQuery(
      """
      select rendition_id, position, photo_id, alt_text, video from rendition_picture
      where rendition_id = any(:ids) order by rendition_id, position
      """)
  List<RenditionPicture> pictures(Collection<UUID> ids);

  @SqlQuery(
      """
      select * from publish_attempt where rendition_id = any(:ids)
      order by rendition_id, number desc
      """)
  List<AttemptView> attempts(Collection<UUID> ids);

  /** A rendition about to be stored. */
  record NewRendition(
      UUID id,
      UUID postId,
      UUID channelId,
      String text,
      Instant dueAt,
      RenditionState state,
      Instant createdAt,
      Map<String, String> options) {}
}
