package id.gaung.campaign;

import id.gaung.campaign.CampaignOverview.Account;
import id.gaung.campaign.CampaignOverview.Post;
import id.gaung.platform.CountedMetrics;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/**
 * A campaign's posts, each as one thing with its accounts: what is made of one content is one post,
 * its creator's own among it, as in the figures of the campaign.
 */
interface CampaignPostsDao {

  /**
   * @param near those planned nearest to it come first; without it the latest planned do
   */
  @SqlQuery(
      """
      select p.content_id, p.post_id, p.due_at, p.text, w.title, p.beside,
        coalesce(w.photo_id, (
          select photo_id from publishing_picture_line l where l.post_id = p.post_id)) as photo_id,
        case when not p.beside then about.product_id end as product_id,
        coalesce(about.products, 0) as products
      from (
        select coalesce(deliverable_id, post_id) as content_id,
          (array_agg(post_id order by outside, due_at, post_id))[1] as post_id,
          min(due_at) as due_at, min(text) as text, bool_or(beside) as beside,
          min(deliverable_id::text)::uuid as deliverable_id
        from publishing_outcome_line where campaign_id = :id group by 1) p
      left join collaboration_work_line w on w.deliverable_id = p.deliverable_id
      left join lateral (
        select l.product_id, count(*) over () as products
        from publishing_product_line l
        join catalogue_product_line c on c.product_id = l.product_id
        where l.post_id = p.post_id order by c.product, l.product_id limit 1) about on true
      order by abs(extract(epoch from p.due_at - cast(:near as timestamptz))), p.due_at desc,
        p.post_id
      limit :limit offset :offset
      """)
  List<Post> posts(UUID id, Optional<Instant> near, int limit, int offset);

  @SqlQuery(
      """
      select count(distinct coalesce(deliverable_id, post_id)) from publishing_outcome_line
      where campaign_id = :id
      """)
  long countPosts(UUID id);

  @SqlQuery(
      """
      select coalesce(o.deliverable_id, o.post_id) as content_id, o.rendition_id,
        case when o.taken_away then 'TAKEN_AWAY' else o.state end as state, c.network, c.label, n.name as hand, (
          select case when bool_and(v.value is not null) then sum(v.value) end
          from unnest(:counted.networks, :counted.metrics) as m (network, metric)
          left join lateral (
            select r.value from engagement_week_reading r
            where r.rendition_id = o.rendition_id and r.metric = m.metric and r.value is not null
            order by r.observed_at desc, r.id desc limit 1) v on true
          where m.network = c.network) as interactions
      from publishing_outcome_line o
      join channel_connection_span c on c.channel_id = o.channel_id
      left join channel_hand_line h on h.channel_id = o.channel_id
      left join identity_name_line n on n.person_id = h.person_id
      where o.campaign_id = :id and coalesce(o.deliverable_id, o.post_id) = any(:contents)
      order by array_position(:order, c.network), c.label
      """)
  List<Account> accounts(
      UUID id,
      Collection<UUID> contents,
      @BindMethods("counted") CountedMetrics counted,
      List<String> order);
}
