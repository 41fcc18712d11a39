package id.gaung.creator;

import id.gaung.creator.CreatorDirectory.Card;
import id.gaung.creator.CreatorDirectory.Figures;
import id.gaung.platform.CountedMetrics;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Reads the directory with what other features say about its creators, in one statement. */
interface CreatorDirectoryDao {

  /** Who is looked for. */
  String WANTED =
      """
      (c.name ilike :like or c.whatsapp like :digits or exists (
          select from creator_account a where a.creator_id = c.id and a.handle ilike :like))
        and (:kecamatan = '' or c.kecamatan_code = :kecamatan)
        and (:network = '' or exists (
          select from creator_account a where a.creator_id = c.id and a.network = :network))
        and case :show
          when 'READY' then c.active and not exists (
            select from collaboration_work_line l
            where l.creator_id = c.id and (l.offer_state in ('SENT', 'VIEWED')
              or l.offer_state = 'ACCEPTED'
                and l.state in ('ASSIGNED', 'CHANGES_REQUESTED', 'SUBMITTED')))
          when 'KNOWN' then exists (
            select from collaboration_work_line l
            where l.creator_id = c.id and l.offer_state = 'ACCEPTED')
          when 'MEDIA' then c.kind = 'MEDIA'
          when 'RETIRED' then not c.active
          else true end
      """;

  /** The interactions of a work line {@code l}, of its posts of which all parts are known. */
  String INTERACTIONS =
      """
      (select sum(i.interactions)
        from publishing_outcome_line o
        join channel_connection_span s on s.channel_id = o.channel_id
        cross join lateral (
          select case when bool_and(v.value is not null) then sum(v.value) end as interactions
          from unnest(:counted.networks, :counted.metrics) as m (network, metric)
          left join lateral (
            select r.value from engagement_week_reading r
            where r.rendition_id = o.rendition_id and r.metric = m.metric and r.value is not null
            order by r.observed_at desc, r.id desc limit 1) v on true
          where m.network = s.network) i
        where o.deliverable_id = l.deliverable_id)
      """;

  String CARDS =
      """
      select f.id, f.name, f.kind, k.kecamatan, f.photo_id, f.active, w.to_review, w.to_revise,
        w.working, w.open, w.live, fee.last_fee, fee.last_fee_at, out.last_title,
        out.last_photo_id, out.last_interactions
      from (
      """;

  String OF_CARDS =
      """
      ) f
      left join catalogue_kecamatan_line k on k.kecamatan_code = f.kecamatan_code
      cross join lateral (
        select count(*) filter (where l.state = 'SUBMITTED') as to_review,
          count(*) filter (
            where l.offer_state = 'ACCEPTED' and l.state = 'CHANGES_REQUESTED') as to_revise,
          count(*) filter (where l.offer_state = 'ACCEPTED' and l.state = 'ASSIGNED') as working,
          count(distinct l.offer_id) filter (where l.offer_state in ('SENT', 'VIEWED')) as open,
          count(*) filter (where l.state in ('LIVE', 'REMOVED')) as live
        from collaboration_work_line l where l.creator_id = f.id) w
      left join lateral (
        select l.fee_rupiah as last_fee, l.decided_at as last_fee_at
        from collaboration_work_line l
        where l.creator_id = f.id and l.offer_state = 'ACCEPTED' and l.number = 1
        order by l.decided_at desc, l.offer_id limit 1) fee on true
      left join lateral (
        select l.title as last_title, l.photo_id as last_photo_id,
      """
          + INTERACTIONS
          + """
           as last_interactions
        from collaboration_work_line l
        where l.creator_id = f.id and l.state = 'LIVE'
        order by l.due_on desc, l.offer_id, l.number desc limit 1) out on true
      order by lower(f.name), f.id
      """;

  @SqlQuery(
      CARDS
          + "select c.* from creator c where "
          + WANTED
          + "order by lower(c.name), c.id limit :limit offset :offset"
          + OF_CARDS)
  List<Card> page(
      String like,
      String digits,
      String kecamatan,
      String network,
      String show,
      int limit,
      int offset,
      @BindMethods("counted") CountedMetrics counted);

  @SqlQuery("select count(*) from creator c where " + WANTED)
  long count(String like, String digits, String kecamatan, String network, String show);

  @SqlQuery(CARDS + "select c.* from creator c where c.id = any(:ids)" + OF_CARDS)
  List<Card> cards(Collection<UUID> ids, @BindMethods("counted") CountedMetrics counted);

  @SqlQuery(
      """
      select c.id, fee.fee, fee.pieces, m.median, m.measured
      from creator c
      left join lateral (
        select sum(l.fee_rupiah)::bigint as fee, count(*) as pieces
        from collaboration_work_line l
        where l.offer_id = (
          select n.offer_id from collaboration_work_line n
          where n.creator_id = c.id and n.offer_state = 'ACCEPTED' and n.number = 1
          order by n.decided_at desc, n.offer_id limit 1)) fee on true
      cross join lateral (
        select percentile_disc(0.5) within group (order by i.interactions)::bigint as median,
          count(i.interactions) as measured
        from (
          select
      """
          + INTERACTIONS
          + """
             as interactions
          from collaboration_work_line l
          where l.creator_id = c.id and l.state = 'LIVE') i) m
      where c.id = any(:ids)
      """)
  List<Figures> figures(Collection<UUID> ids, @BindMethods("counted") CountedMetrics counted);
}
