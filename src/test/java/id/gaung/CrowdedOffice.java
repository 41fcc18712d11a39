package id.gaung;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Fills the office of practice mode until it has 2,000 posts, 10,000 UMKM and 1,000 creators, by
 * copies of what its story left there; the posts are spread over the 300 days before.
 */
final class CrowdedOffice {

  private static final int POSTS = 2_000;
  private static final int UMKM = 10_000;
  private static final int PRODUCTS = 3_000;
  private static final int CREATORS = 1_000;

  private CrowdedOffice() {}

  static void fill(Jdbi jdbi) {
    jdbi.useTransaction(
        handle -> {
          umkm(handle);
          creators(handle);
          posts(handle);
        });
    jdbi.useHandle(handle -> handle.execute("analyze"));
  }

  private static void umkm(Handle handle) {
    handle.execute(
        """
        insert into umkm (id, name, kecamatan_code, created_at, updated_at)
        select gen_random_uuid(), u.name || ' ' || n, u.kecamatan_code, u.created_at, u.updated_at
        from generate_series(1, ?) n
          join (select *, row_number() over (order by id) as r, count(*) over () as c from umkm) u
            on u.r = n % u.c + 1
        """,
        UMKM);
    handle.execute(
        """
        insert into product (id, umkm_id, name, name_key, category, description, price_rupiah,
          photo_id, created_at, updated_at)
        select gen_random_uuid(), u.id, p.name || ' ' || u.n, p.name_key || ' ' || u.n, p.category,
          p.description, p.price_rupiah, p.photo_id, p.created_at, p.updated_at
        from (select id, row_number() over (order by id) as n from umkm limit ?) u
          join (select *, row_number() over (order by id) as r, count(*) over () as c from product) p
            on p.r = u.n % p.c + 1
        """,
        PRODUCTS);
  }

  private static void creators(Handle handle) {
    handle.execute(
        """
        insert into creator (id, name, kind, whatsapp, kecamatan_code, note, created_at, updated_at)
        select gen_random_uuid(), c.name || ' ' || n, c.kind, '62899' || lpad(n::text, 7, '0'),
          c.kecamatan_code, c.note, c.created_at, c.updated_at
        from generate_series(1, ?) n
          join (select *, row_number() over (order by id) as r, count(*) over () as c from creator) c
            on c.r = n % c.c + 1
        """,
        CREATORS);
  }

  private static void posts(Handle handle) {
    handle.execute(
        """
        create temporary table copied_post on commit drop as
        select gen_random_uuid() as id, p.id as source, n
        from generate_series(1, ?) n
          join (
            select *, row_number() over (order by id) as r, count(*) over () as c from post
            where exists (
              select from rendition where post_id = post.id and state = 'PUBLISHED')
          ) p on p.r = n % p.c + 1
        """,
        POSTS);
    handle.execute(
        """
        insert into post (id, campaign_id, created_by, created_at)
        select c.id, p.campaign_id, p.created_by, p.created_at - c.n % 300 * interval '1 day'
        from copied_post c join post p on p.id = c.source
        """);
    handle.execute(
        """
        insert into post_product (post_id, product_id)
        select c.id, p.product_id from copied_post c join post_product p on p.post_id = c.source
        """);
    handle.execute(
        """
        create temporary table copied_rendition on commit drop as
        select gen_random_uuid() as id, c.id as post_id, r.id as source, c.n
        from copied_post c join rendition r on r.post_id = c.source and r.state = 'PUBLISHED'
        """);
    handle.execute(
        """
        insert into rendition (id, post_id, channel_id, text, due_at, state, attempts, published_at,
          first_attempt_at, remote_id, remote_url, created_at)
        select c.id, c.post_id, r.channel_id, r.text, r.due_at - c.n % 300 * interval '1 day',
          r.state, r.attempts, r.published_at - c.n % 300 * interval '1 day',
          r.first_attempt_at - c.n % 300 * interval '1 day', r.remote_id || '-' || c.n,
          r.remote_url || '-' || c.n, r.created_at - c.n % 300 * interval '1 day'
        from copied_rendition c join rendition r on r.id = c.source
        """);
    handle.execute(
        """
        insert into rendition_picture (rendition_id, position, photo_id, alt_text)
        select c.id, p.position, p.photo_id, p.alt_text
        from copied_rendition c join rendition_picture p on p.rendition_id = c.source
        """);
    handle.execute(
        """
        insert into watch (rendition_id, channel_id, published_at, remote_id, ended_at, end_reason)
        select c.id, w.channel_id, w.published_at - c.n % 300 * interval '1 day',
          w.remote_id || '-' || c.n, now(), 'LADDER_DONE'
        from copied_rendition c join watch w on w.rendition_id = c.source
        """);
    handle.execute(
        """
        insert into snapshot (rendition_id, metric, value, gap, observed_at, source)
        select c.id, s.metric, s.value, s.gap, s.observed_at - c.n % 300 * interval '1 day',
          s.source
        from copied_rendition c
          join lateral (
            select distinct on (metric) * from snapshot
            where rendition_id = c.source order by metric, observed_at desc
          ) s on true
        """);
  }
}
