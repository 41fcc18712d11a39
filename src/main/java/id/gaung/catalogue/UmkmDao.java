package id.gaung.catalogue;

import id.gaung.catalogue.Nib.NibColumn;
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
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterArgumentFactory(NibColumn.class)
@RegisterArgumentFactory(WhatsappColumn.class)
@RegisterColumnMapper(NibColumn.class)
@RegisterColumnMapper(WhatsappColumn.class)
interface UmkmDao {

  @SqlQuery(
      """
      select u.*, k.name as kecamatan_name, v.name as kelurahan_name
      from umkm u join kecamatan k on k.code = u.kecamatan_code
        left join kelurahan v on v.id = u.kelurahan_id
      where u.id = :id
      """)
  Optional<Umkm> find(UUID id);

  // Locked, so that nobody edits a business between the comparison and the import.
  @SqlQuery(
      """
      select u.*, k.name as kecamatan_name,
        (select v.name from kelurahan v where v.id = u.kelurahan_id) as kelurahan_name
      from umkm u join kecamatan k on k.code = u.kecamatan_code
      where u.nib = any(:nibs) order by u.id
      for update of u
      """)
  List<Umkm> lockByNib(Collection<String> nibs);

  @SqlQuery(
      """
      select u.*, k.name as kecamatan_name, v.name as kelurahan_name
      from umkm u join kecamatan k on k.code = u.kecamatan_code
        left join kelurahan v on v.id = u.kelurahan_id
      where u.nib = any(:nibs)
      """)
  List<Umkm> findByNib(Collection<String> nibs);

  @SqlQuery(
      """
      select u.*, k.name as kecamatan_name, v.name as kelurahan_name
      from umkm u join kecamatan k on k.code = u.kecamatan_code
        left join kelurahan v on v.id = u.kelurahan_id
      where (u.name_folded ilike :like or u.nib ilike :like)
        and (:kecamatan = '' or u.kecamatan_code = :kecamatan)
      order by lower(u.name), u.id limit :limit offset :offset
      """)
  List<Umkm> page(String like, String kecamatan, int limit, int offset);

  @SqlQuery(
      """
      select count(*) from umkm u
      where (u.name_folded ilike :like or u.nib ilike :like)
        and (:kecamatan = '' or u.kecamatan_code = :kecamatan)
      """)
  long count(String like, String kecamatan);

  @SqlUpdate(
      """
      insert into umkm (id, nib, name, kecamatan_code, kelurahan_id, whatsapp, created_at,
        updated_at, version)
      values (:id, :nib, :name, :kecamatanCode, :kelurahanId, :whatsapp, :at, :at, :version)
      """)
  int insert(@BindMethods UmkmRow row);

  @SqlBatch(
      """
      insert into umkm (id, nib, name, kecamatan_code, kelurahan_id, whatsapp, created_at,
        updated_at, version)
      values (:id, :nib, :name, :kecamatanCode, :kelurahanId, :whatsapp, :at, :at, :version)
      """)
  void insertAll(@BindMethods List<UmkmRow> rows);

  @SqlUpdate(
      """
      update umkm set nib = :nib, name = :name, kecamatan_code = :kecamatanCode,
        kelurahan_id = :kelurahanId, whatsapp = :whatsapp, updated_at = :at,
        version = version + 1
      where id = :id and version = :version
      """)
  int update(@BindMethods UmkmRow row);

  @SqlBatch(
      """
      update umkm set nib = :nib, name = :name, kecamatan_code = :kecamatanCode,
        kelurahan_id = :kelurahanId, whatsapp = :whatsapp, updated_at = :at,
        version = version + 1
      where id = :id and version = :version
      """)
  void updateAll(@BindMethods List<UmkmRow> rows);

  /** A row of {@code umkm} to be written. */
  record UmkmRow(
      UUID id,
      Optional<Nib> nib,
      String name,
      String kecamatanCode,
      Optional<Integer> kelurahanId,
      Optional<Whatsapp> whatsapp,
      Instant at,
      int version) {}
}
