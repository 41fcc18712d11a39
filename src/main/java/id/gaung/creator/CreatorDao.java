package id.gaung.creator;

import id.gaung.db.WhatsappColumn;
import id.gaung.kernel.Whatsapp;
import id.gaung.media.MediaUses.MediaUse;
import java.time.Instant;
import java.util.ArrayList;
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

  /** Where photos are shown here. */
  @SqlQuery(
      """
      select photo_id as media_id, 'creator' as kind, name as title, '/creators/' || id as path
      from creator where photo_id = any(:photos)
      """)
  List<MediaUse> shown(Collection<UUID> photos);

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
      insert into creator (id, name, kind, whatsapp, email, kecamatan_code, note, photo_id,
        active, created_at, updated_at, version)
      values (:id, :name, :kind, :whatsapp, :email, :kecamatanCode, :note, :photoId, :active,
        :at, :at, :version)
      """)
  int insert(@BindMethods CreatorRow row);

  /** Holds a creator as it was read, until the transaction ends; empty if somebody was faster. */
  @SqlQuery("select version from creator where id = :id and version = :version for update")
  Optional<Integer> lock(UUID id, int version);

  @SqlUpdate(
      """
      update creator set name = :name, kind = :kind, whatsapp = :whatsapp, email = :email,
        kecamatan_code = :kecamatanCode, note = :note, photo_id = :photoId,
        active = :active, updated_at = :at, version = version + 1
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
      Optional<UUID> photoId,
      boolean active,
      Instant at,
      int version) {

    /** What is another than it was, of what the log names without telling it. */
    List<String> differing(Creator before) {
      List<String> fields = new ArrayList<>();
      differ(fields, "whatsapp", before.whatsapp(), whatsapp);
      differ(fields, "email", before.email(), email);
      differ(fields, "kind", before.kind().name(), kind);
      differ(fields, "kecamatan", before.kecamatanCode(), kecamatanCode);
      differ(fields, "note", before.note(), note);
      differ(fields, "photo", before.photoId(), photoId);
      return fields;
    }

    private static void differ(List<String> fields, String name, Object before, Object after) {
      if (!before.equals(after)) {
        fields.add(name);
      }
    }
  }
}
