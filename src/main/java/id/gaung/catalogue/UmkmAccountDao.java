package id.gaung.catalogue;

import id.gaung.kernel.Network;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
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
  record AccountRow(UUID umkmId, int position, Network network, String handle) {

    /** The accounts of each, in their order; those without any are left out. */
    static Map<UUID, List<UmkmAccount>> byUmkm(List<AccountRow> rows) {
      return rows.stream()
          .collect(
              Collectors.groupingBy(
                  AccountRow::umkmId,
                  Collectors.mapping(
                      row -> new UmkmAccount(row.network(), row.handle()), Collectors.toList())));
    }

    static List<AccountRow> rows(Map<UUID, List<UmkmAccount>> accounts) {
      List<AccountRow> rows = new ArrayList<>();
      accounts.forEach(
          (id, all) -> {
            for (int i = 0; i < all.size(); i++) {
              rows.add(new AccountRow(id, i + 1, all.get(i).network(), all.get(i).handle()));
            }
          });
      return rows;
    }
  }

  @SqlQuery(
      """
      select umkm_id, position, network, handle from umkm_account
      where umkm_id = any(:umkmIds) order by umkm_id, position
      """)
  List<AccountRow> of(Collection<UUID> umkmIds);

  @SqlUpdate("delete from umkm_account where umkm_id = any(:umkmIds)")
  void forget(Collection<UUID> umkmIds);

  @SqlBatch(
      """
      insert into umkm_account (umkm_id, position, network, handle)
      values (:umkmId, :position, :network, :handle)
      """)
  void insert(@BindMethods Collection<AccountRow> rows);
}
