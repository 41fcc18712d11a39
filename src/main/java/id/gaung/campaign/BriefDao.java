package id.gaung.campaign;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface BriefDao {

  @SqlQuery(
      """
      select c.id, c.name from brief_version b join campaign c on c.id = b.campaign_id
      where b.bound and b.campaign_id <> :campaignId
      group by c.id, c.name order by max(b.created_at) desc, c.id limit 6
      """)
  List<Briefs.Earlier> earlier(UUID campaignId);

  @SqlUpdate(
      """
      insert into brief_version
        (id, campaign_id, number, sections, text_format, text, sha256, bound, created_by, created_at)
      values (:id, :campaignId, :number, :sections, :textFormat, :text, :sha256, :bound, :createdBy, :createdAt)
      """)
  void insert(@BindMethods BriefVersion version);

  @SqlUpdate(
      """
      update brief_version set sections = :sections, text_format = :textFormat, text = :text,
        sha256 = :sha256, created_by = :createdBy,
        created_at = :createdAt
      where id = :id and not bound
      """)
  int rewrite(@BindMethods BriefVersion version);

  @SqlUpdate("update brief_version set bound = true where id = :id")
  void bind(UUID id);

  @SqlQuery(
      """
      select * from brief_version where campaign_id = :campaignId order by number desc limit 1
      """)
  Optional<BriefVersion> current(UUID campaignId);

  @SqlQuery("select * from brief_version where id = :id")
  Optional<BriefVersion> find(UUID id);

  @SqlQuery("select * from brief_version where campaign_id = :campaignId order by number desc")
  List<BriefVersion> all(UUID campaignId);
}
