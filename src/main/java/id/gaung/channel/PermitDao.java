package id.gaung.channel;

import id.gaung.channel.Permits.RecordedPermit;
import id.gaung.kernel.Network;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface PermitDao {

  /** A permission as it is stored. */
  record PermitRow(
      Network network,
      String confirmedBy,
      LocalDate confirmedOn,
      String reference,
      UUID by,
      Instant at) {}

  @SqlQuery(
      """
      select p.network, p.confirmed_by, p.confirmed_on, p.reference, p.recorded_at,
        coalesce(n.name, '') as recorded_by
      from network_permit p left join identity_name_line n on n.person_id = p.recorded_by
      where p.network = :network
      """)
  Optional<RecordedPermit> of(Network network);

  @SqlQuery("select network from network_permit")
  Set<Network> recorded();

  @SqlUpdate(
      """
      insert into network_permit (network, confirmed_by, confirmed_on, reference, recorded_by,
        recorded_at)
      values (:network, :confirmedBy, :confirmedOn, :reference, :by, :at)
      on conflict (network) do update
      set confirmed_by = excluded.confirmed_by, confirmed_on = excluded.confirmed_on,
        reference = excluded.reference, recorded_by = excluded.recorded_by,
        recorded_at = excluded.recorded_at
      """)
  void store(@BindMethods PermitRow row);

  /** The accounts that publish by it; with logins, also those that are only read. */
  @SqlQuery(
      """
      select label from channel
      where network = :network and state <> 'DISCONNECTED'
        and (mode = 'API' or :logins and has_login)
      order by label limit 1
      """)
  List<String> using(Network network, boolean logins);

  @SqlUpdate("delete from network_permit where network = :network")
  int remove(Network network);
}
