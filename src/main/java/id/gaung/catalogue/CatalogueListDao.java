package id.gaung.catalogue;

import id.gaung.catalogue.CatalogueLists.ListedProduct;
import id.gaung.catalogue.CatalogueLists.ListedUmkm;
import id.gaung.catalogue.CatalogueLists.ProductTally;
import id.gaung.catalogue.CatalogueLists.Shown;
import id.gaung.catalogue.CatalogueLists.UmkmTally;
import id.gaung.db.WhatsappColumn;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterColumnMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/**
 * Products and businesses as their lists show them: with when they were last out, which publishing
 * vouches for. Each page is one statement; its rows say how many there are in all.
 */
@RegisterColumnMapper(WhatsappColumn.class)
interface CatalogueListDao {

  /**
   * What a list is asked for.
   *
   * @param like what names are like, with its percent signs
   * @param kecamatan its code; empty for all
   * @param sort {@code UNSHOWN}, {@code NAME} or {@code PRICE}
   * @param below in rupiah; 0 for any price
   * @param year when the year began
   */
  record Asked(
      String like,
      String kecamatan,
      String sort,
      boolean unshown,
      boolean bare,
      long below,
      Instant year,
      int limit,
      int offset) {}

  @SqlQuery(
      """
      select p.id, p.name, p.category, u.id as umkm_id, u.name as umkm_name,
        k.name as kecamatan_name, p.price_rupiah as price, p.photo_id, s.last_shown_at,
        coalesce(s.this_year, 0) as shown_this_year, count(*) over () as total
      from product p
      join umkm u on u.id = p.umkm_id
      join kecamatan k on k.code = u.kecamatan_code
      left join kelurahan v on v.id = u.kelurahan_id
      left join (
        select l.product_id, max(o.published_at) as last_shown_at,
          count(distinct l.post_id) filter (where o.published_at >= :year) as this_year
        from publishing_product_line l
        join publishing_outcome_line o on o.post_id = l.post_id
        where o.published_at is not null
        group by l.product_id) s on s.product_id = p.id
      where (:like = '%%' or p.name_folded ilike :like
          or u.name_folded ilike :like or p.category ilike :like
          or v.name ilike :like)
        and (:kecamatan = '' or u.kecamatan_code = :kecamatan)
        and (not :unshown or s.product_id is null)
        and (not :bare or p.photo_id is null)
        and (:below = 0 or p.price_rupiah < :below)
      order by case when :sort = 'UNSHOWN' then coalesce(s.last_shown_at, '-infinity') end,
        case when :sort = 'PRICE' then p.price_rupiah end, lower(p.name), p.id
      limit :limit offset :offset
      """)
  List<ListedProduct> products(@BindMethods Asked asked);

  @SqlQuery(
      """
      select count(*) as products,
        count(*) - (
          select count(distinct l.product_id) from publishing_product_line l
          join publishing_outcome_line o on o.post_id = l.post_id
          where o.published_at is not null) as unshown,
        count(*) filter (where p.photo_id is null) as photoless,
        count(*) filter (where p.price_rupiah < :below) as cheap,
        (select count(*) from umkm) as umkm
      from product p
      """)
  ProductTally productTally(long below);

  @SqlQuery(
      """
      select u.id, u.name, k.name as kecamatan_name, v.name as kelurahan_name, u.whatsapp,
        (select count(*) from product p where p.umkm_id = u.id) as products,
        (select string_agg(distinct p.category, ', ') from product p
          where p.umkm_id = u.id) as categories,
        (select p.photo_id from product p where p.umkm_id = u.id and p.photo_id is not null
          order by p.name_key limit 1) as photo_id,
        u.last_shown_at, u.total
      from (
        select m.*, s.last_shown_at, count(*) over () as total
        from umkm m
        left join kelurahan d on d.id = m.kelurahan_id
        left join (
          select p.umkm_id, max(o.published_at) as last_shown_at
          from publishing_product_line l
          join publishing_outcome_line o on o.post_id = l.post_id
          join product p on p.id = l.product_id
          where o.published_at is not null
          group by p.umkm_id) s on s.umkm_id = m.id
        where (:like = '%%' or m.name_folded ilike :like
            or m.nib ilike :like or d.name ilike :like)
          and (:kecamatan = '' or m.kecamatan_code = :kecamatan)
          and (not :unshown or s.umkm_id is null)
          and (not :bare or m.whatsapp is null)
        order by case when :sort = 'UNSHOWN' then coalesce(s.last_shown_at, '-infinity') end,
          lower(m.name), m.id
        limit :limit offset :offset) u
      join kecamatan k on k.code = u.kecamatan_code
      left join kelurahan v on v.id = u.kelurahan_id
      order by case when :sort = 'UNSHOWN' then coalesce(u.last_shown_at, '-infinity') end,
        lower(u.name), u.id
      """)
  List<ListedUmkm> umkm(@BindMethods Asked asked);

  @SqlQuery(
      """
      select count(*) as umkm, count(distinct u.kecamatan_code) as kecamatan,
        count(*) - (
          select count(distinct p.umkm_id) from product p
          join publishing_product_line l on l.product_id = p.id
          join publishing_outcome_line o on o.post_id = l.post_id
          where o.published_at is not null) as unshown,
        count(*) filter (where u.whatsapp is null) as phoneless,
        (select count(*) from product) as products
      from umkm u
      """)
  UmkmTally umkmTally();

  @SqlQuery(
      """
      select max(o.published_at) as last_shown_at, count(distinct l.post_id) as posts
      from publishing_product_line l
      join publishing_outcome_line o on o.post_id = l.post_id
      where l.product_id = :productId and o.published_at is not null
      """)
  Shown shown(UUID productId);
}
