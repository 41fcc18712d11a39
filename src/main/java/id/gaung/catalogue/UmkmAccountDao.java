package id.gaung.catalogue;

import id.gaung.kernel.SocialNetwork;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface UmkmAccountDao {

  /**
   * A row of {@code umkm_account}.
   *
   * @param position counted from 1
   */
  record AccountRow(UUID umkmId, int position, SocialNetwork network, String handle) {}

  @SqlQuery(
      """
      select umkm_id, position, network, handle from umkm_account
      where umkm_id = any(:umkmIds) order by umkm_id, position
      """)
  List<AccountRow> of(Collection<UUID> umkmIds);

  @SqlUpdate("delete from umkm_account where umkm_id = :umkmId")
  void forget(UUID umkmId);

  @SqlBatch(
      """
      insert into umkm_account (umkm_id, position, network, handle)
      values (:umkmId, :position, :network, :handle)
      """)
  void insert(@BindMethods Collection<AccountRow> rows);
}
