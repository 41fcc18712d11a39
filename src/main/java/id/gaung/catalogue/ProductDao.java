package id.gaung.catalogue;

import id.gaung.kernel.Rupiah;
import id.gaung.media.MediaUses.MediaUse;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface ProductDao {

  /** Where photos are shown here. */
  @SqlQuery(
      """
      select photo_id as media_id, 'product' as kind, name as title, '/products/' || id as path
      from product where photo_id = any(:photos)
      """)
  List<MediaUse> shown(Collection<UUID> photos);

  /**
   * Photos of products that a post was about which is or was out: reports show them where the post
   * has no picture of its own here, as one on a creator's account.
   */
  @SqlQuery(
      """
      select p.photo_id from product p
      where p.photo_id = any(:photos) and exists (
        select 1 from publishing_product_line l
        join publishing_outcome_line o on o.post_id = l.post_id
        where l.product_id = p.id and o.published_at is not null)
      """)
  Set<UUID> ofShown(Collection<UUID> photos);

  @SqlQuery("select exists (select from product)")
  boolean hasAny();

  @SqlQuery(
      """
      select p.*, p.price_rupiah as price, u.name as umkm_name
      from product p join umkm u on u.id = p.umkm_id
      where p.id = :id
      """)
  Optional<Product> find(UUID id);

  @SqlQuery(
      """
      select p.id, p.name, u.id as umkm_id, u.name as umkm_name, u.kecamatan_code,
        k.name as kecamatan_name, p.price_rupiah as price, p.photo_id
      from product p join umkm u on u.id = p.umkm_id join kecamatan k on k.code = u.kecamatan_code
      where p.id = any(:ids)
      """)
  List<ProductSummary> summaries(Collection<UUID> ids);

  @SqlQuery(
      """
      select p.id, p.name, u.id as umkm_id, u.name as umkm_name, u.kecamatan_code,
        k.name as kecamatan_name, p.price_rupiah as price, p.photo_id
      from product p join umkm u on u.id = p.umkm_id join kecamatan k on k.code = u.kecamatan_code
      where p.name_folded ilike :like
        or u.name_folded ilike :like or p.category ilike :like
      order by lower(p.name), p.id limit :limit offset :offset
      """)
  List<ProductSummary> page(String like, int limit, int offset);

  @SqlQuery(
      """
      select count(*) from product p join umkm u on u.id = p.umkm_id
      where p.name_folded ilike :like
        or u.name_folded ilike :like or p.category ilike :like
      """)
  long count(String like);

  @SqlQuery(
      """
      select p.id, p.name, u.id as umkm_id, u.name as umkm_name, u.kecamatan_code,
        k.name as kecamatan_name, p.price_rupiah as price, p.photo_id
      from product p join umkm u on u.id = p.umkm_id join kecamatan k on k.code = u.kecamatan_code
      where not (p.id = any(:chosen))
        and (p.name_folded ilike :like
          or u.name_folded ilike :like or p.category ilike :like)
      order by lower(p.name), p.id limit :limit offset :offset
      """)
  List<ProductSummary> choices(String like, Collection<UUID> chosen, int limit, int offset);

  @SqlQuery(
      """
      select count(*) from product p join umkm u on u.id = p.umkm_id
      where not (p.id = any(:chosen))
        and (p.name_folded ilike :like
          or u.name_folded ilike :like or p.category ilike :like)
      """)
  long countChoices(String like, Collection<UUID> chosen);

  @SqlQuery(
      """
      select p.*, p.price_rupiah as price, u.name as umkm_name
      from product p join umkm u on u.id = p.umkm_id
      where p.umkm_id = :umkmId order by p.name_key limit :limit
      """)
  List<Product> ofUmkm(UUID umkmId, int limit);

  @SqlQuery(
      """
      select p.*, p.price_rupiah as price, u.name as umkm_name
      from product p join umkm u on u.id = p.umkm_id
      where p.umkm_id = any(:umkmIds)
      """)
  List<Product> ofUmkms(Collection<UUID> umkmIds);

  // Locked, so that nobody edits a product between the comparison and the import.
  @SqlQuery(
      """
      select p.*, p.price_rupiah as price, u.name as umkm_name
      from product p join umkm u on u.id = p.umkm_id
      where p.umkm_id = any(:umkmIds) order by p.id
      for update of p
      """)
  List<Product> lockOfUmkms(Collection<UUID> umkmIds);

  @SqlUpdate(
      """
      insert into product (id, umkm_id, name, name_key, category, description, price_rupiah,
        photo_id, created_at, updated_at, version)
      values (:id, :umkmId, :name, :nameKey, :category, :description, :price, :photoId, :at, :at,
        :version)
      """)
  int insert(@BindMethods ProductRow row);

  @SqlBatch(
      """
      insert into product (id, umkm_id, name, name_key, category, description, price_rupiah,
        photo_id, created_at, updated_at, version)
      values (:id, :umkmId, :name, :nameKey, :category, :description, :price, :photoId, :at, :at,
        :version)
      """)
  void insertAll(@BindMethods List<ProductRow> rows);

  @SqlUpdate(
      """
      update product set name = :name, name_key = :nameKey, category = :category,
        description = :description, price_rupiah = :price, photo_id = :photoId, updated_at = :at,
        version = version + 1
      where id = :id and version = :version
      """)
  int update(@BindMethods ProductRow row);

  @SqlBatch(
      """
      update product set name = :name, name_key = :nameKey, category = :category,
        description = :description, price_rupiah = :price, photo_id = :photoId, updated_at = :at,
        version = version + 1
      where id = :id and version = :version
      """)
  void updateAll(@BindMethods List<ProductRow> rows);

  /**
   * A row of {@code product} to be written.
   *
   * @param nameKey the name as it is told apart from others of the same business
   */
  record ProductRow(
      UUID id,
      UUID umkmId,
      String name,
      String nameKey,
      String category,
      String description,
      Rupiah price,
      Optional<UUID> photoId,
      Instant at,
      int version) {}
}
