package id.gaung.home;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.KeyColumn;
import org.jdbi.v3.sqlobject.config.ValueColumn;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** What the things are called today that rows of the log are about. Reads alone. */
interface AuditSubjectDao {

  /**
   * The names of those that exist; one question for a page of the log. One name each: a creator's
   * own post is a rendition and its post under one id.
   */
  @SqlQuery(
      """
      select id, min(name) as name from (
        select campaign_id as id, campaign as name from campaign_budget_line
        where campaign_id = any(:ids)
        union all
        select umkm_id, umkm from catalogue_umkm_line where umkm_id = any(:ids)
        union all
        select product_id, product from catalogue_product_line where product_id = any(:ids)
        union all
        select creator_id, name from creator_name_line where creator_id = any(:ids)
        union all
        select channel_id, label from channel_connection_span where channel_id = any(:ids)
        union all
        select distinct w.offer_id, n.name || ', ' || c.campaign
        from collaboration_work_line w
        join creator_name_line n on n.creator_id = w.creator_id
        join campaign_budget_line c on c.campaign_id = w.campaign_id
        where w.offer_id = any(:ids)
        union all
        select deliverable_id, title from collaboration_work_line where deliverable_id = any(:ids)
        union all
        select o.rendition_id, coalesce(w.title, left(o.text, 60)) || ', ' || c.label
        from publishing_outcome_line o
        join channel_connection_span c on c.channel_id = o.channel_id
        left join collaboration_work_line w on w.deliverable_id = o.deliverable_id
        where o.rendition_id = any(:ids)
        union all
        select o.post_id, min(coalesce(w.title, left(o.text, 60)))
        from publishing_outcome_line o
        left join collaboration_work_line w on w.deliverable_id = o.deliverable_id
        where o.post_id = any(:ids)
        group by o.post_id
      ) named
      group by id
      """)
  @KeyColumn("id")
  @ValueColumn("name")
  Map<UUID, String> names(Collection<UUID> ids);
}
