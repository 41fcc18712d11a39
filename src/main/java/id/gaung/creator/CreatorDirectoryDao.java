package id.gaung.creator;

import id.gaung.creator.CreatorDirectory.Card;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Reads the directory with what other features say about its creators, in one statement. */
interface CreatorDirectoryDao {

  @SqlQuery(
      """
      select f.id, f.name, f.kind, k.kecamatan, f.active, w.to_review, w.to_revise, w.working,
        w.open, w.live, fee.last_fee, fee.last_fee_on, out.last_title, out.last_photo_id,
        out.last_interactions
      from (
        select c.* from creator c
        where (c.name ilike :like or c.whatsapp like :digits)
          and (:kecamatan = '' or c.kecamatan_code = :kecamatan)
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
        order by lower(c.name), c.id limit :limit offset :offset) f
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
        select l.fee_rupiah as last_fee, l.due_on as last_fee_on
        from collaboration_work_line l
        where l.creator_id = f.id and l.offer_state = 'ACCEPTED' and l.number = 1
        order by l.due_on desc, l.offer_id limit 1) fee on true
      left join lateral (
        select l.title as last_title, l.photo_id as last_photo_id, (
            select sum(v.value)
            from publishing_outcome_line o
            join channel_connection_span c on c.channel_id = o.channel_id
            cross join unnest(array['LIKES', 'COMMENTS', 'SHARES', 'SAVES']) as m (metric)
            cross join lateral (
              select r.value from engagement_week_reading r
              where r.rendition_id = o.rendition_id and r.metric = m.metric and r.value is not null
              order by r.observed_at desc, r.id desc limit 1) v
            where o.deliverable_id = l.deliverable_id
              and (m.metric <> 'SAVES' or c.network = 'INSTAGRAM')) as last_interactions
        from collaboration_work_line l
        where l.creator_id = f.id and l.state = 'LIVE'
        order by l.due_on desc, l.offer_id, l.number desc limit 1) out on true
      order by lower(f.name), f.id
      """)
  List<Card> page(String like, String digits, String kecamatan, String show, int limit, int offset);

  @SqlQuery(
      """
      select count(*) from creator c
      where (c.name ilike :like or c.whatsapp like :digits)
        and (:kecamatan = '' or c.kecamatan_code = :kecamatan)
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
      """)
  long count(String like, String digits, String kecamatan, String show);
}
