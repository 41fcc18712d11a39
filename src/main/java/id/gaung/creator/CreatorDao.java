package id.gaung.creator;

import id.gaung.db.WhatsappColumn;
import id.gaung.kernel.Whatsapp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterArgumentFactory;
import org.jdbi.v3.sqlobject.config.RegisterColumnMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterArgumentFactory(WhatsappColumn.class)
@RegisterColumnMapper(WhatsappColumn.class)
interface CreatorDao {

  @SqlQuery("select * from creator where id = any(:ids)")
  List<Creator> find(Collection<UUID> ids);

  @SqlQuery("select * from creator where person_id = :personId")
  Optional<Creator> ofPerson(UUID personId);

  @SqlQuery(
      """
      select * from creator
      where (name ilike :like or whatsapp like :digits) and (active or not :onlyActive)
      order by lower(name), id limit :limit offset :offset
      """)
  List<Creator> page(String like, String digits, boolean onlyActive, int limit, int offset);

  @SqlQuery(
      """
      select count(*) from creator
      where (name ilike :like or whatsapp like :digits) and (active or not :onlyActive)
      """)
  long count(String like, String digits, boolean onlyActive);

  @SqlQuery(
      """
      select * from creator
      where active and not (id = any(:without)) and (name ilike :like or whatsapp like :digits)
      order by lower(name), id limit :limit
      """)
  List<Creator> choices(String like, String digits, Collection<UUID> without, int limit);

  @SqlQuery(
      """
      select count(*) from creator
      where active and not (id = any(:without)) and (name ilike :like or whatsapp like :digits)
      """)
  long countChoices(String like, String digits, Collection<UUID> without);

  @SqlUpdate(
      """
      insert into creator (id, name, kind, whatsapp, email, kecamatan_code, note, active,
        created_at, updated_at, version)
      values (:id, :name, :kind, :whatsapp, :email, :kecamatanCode, :note, :active, :at, :at,
        :version)
      """)
  int insert(@BindMethods CreatorRow row);

  @SqlUpdate(
      """
      update creator set name = :name, kind = :kind, whatsapp = :whatsapp, email = :email,
        kecamatan_code = :kecamatanCode, note = :note, active = :active, updated_at = :at,
        version = version + 1
      where id = :id and version = :version
      """)
  int update(@BindMethods CreatorRow row);

  @SqlUpdate(
      """
      update creator set person_id = :personId, updated_at = :at, version = version + 1
      where id = :id
      """)
  int link(UUID id, UUID personId, Instant at);

  /** A row of {@code creator} to be written. */
  record CreatorRow(
      UUID id,
      String name,
      String kind,
      Whatsapp whatsapp,
      Optional<String> email,
      Optional<String> kecamatanCode,
      String note,
      boolean active,
      Instant at,
      int version) {}
}
