package id.gaung.engagement;

import id.gaung.campaign.Disclosure;
import id.gaung.kernel.Rupiah;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Which post figures are of. Reads what other features vouch for; writes nothing. */
interface SubjectDao {

  /** A text of that length goes on beyond what is told of it. */
  int TEXT = 120;

  /**
   * A post on one account.
   *
   * @param product the first one it shows
   * @param cost its share of the creator's fee, as the weekly report counts it: a piece of content
   *     costs its fee once, shared among the accounts on which it was out in its first week
   */
  record Subject(
      UUID postId,
      Optional<UUID> campaignId,
      Optional<String> campaign,
      String account,
      String text,
      Instant publishedAt,
      Optional<UUID> photoId,
      Optional<String> product,
      Optional<String> creator,
      Optional<Rupiah> cost) {

    /**
     * The text without the line that all paid content begins with, ending with a whole word where
     * it is the beginning of a longer one.
     */
    String beginning() {
      String begin = Disclosure.without(text).strip();
      int word = begin.lastIndexOf(' ');
      return text.length() < TEXT || word < 0
          ? begin
          : begin.substring(0, word).replaceFirst("[\\s.,;:]+$", "") + "…";
    }
  }

  @SqlQuery(
      """
      select r.post_id, r.campaign_id, c.campaign, h.label as account, r.text, r.published_at,
        coalesce(i.photo_id, p.photo_id) as photo_id, p.product, k.name as creator, s.cost
      from publishing_outcome_line r
      left join campaign_budget_line c on c.campaign_id = r.campaign_id
      join channel_connection_span h on h.channel_id = r.channel_id
      left join publishing_picture_line i on i.post_id = r.post_id
      left join lateral (
        select l.product, l.photo_id from publishing_product_line x
        join catalogue_product_line l on l.product_id = x.product_id
        where x.post_id = r.post_id order by l.product_id limit 1) p on true
      left join collaboration_deliverable_line d on d.deliverable_id = r.deliverable_id
      left join creator_name_line k on k.creator_id = d.creator_id
      left join lateral (
        select f.fee_rupiah / w.sharing
          + case when w.place < f.fee_rupiah % w.sharing then 1 else 0 end as cost
        from collaboration_fee_line f
        cross join lateral (
          select count(*) as sharing, count(*) filter (where y.rendition_id < r.rendition_id) as place,
            bool_or(y.rendition_id = r.rendition_id) as here
          from publishing_outcome_line y
          where y.deliverable_id = r.deliverable_id
            and date_trunc('week', y.published_at at time zone 'Asia/Makassar') = (
              select date_trunc('week', min(z.published_at) at time zone 'Asia/Makassar')
              from publishing_outcome_line z where z.deliverable_id = r.deliverable_id)) w
        where f.deliverable_id = r.deliverable_id and w.here) s on true
      where r.rendition_id = :renditionId and r.published_at is not null
      """)
  Optional<Subject> find(UUID renditionId);
}
