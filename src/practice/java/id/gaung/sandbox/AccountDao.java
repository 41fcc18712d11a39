package id.gaung.sandbox;

import id.gaung.kernel.Network;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface AccountDao {

  @SqlUpdate(
      """
      insert into sandbox_account
        (network, handle, remote_id, display_name, password, followers_at_start, created_at)
      values
        (:network, :handle, :remoteId, :displayName, :password, :followersAtStart, :createdAt)
      on conflict (network, handle) do nothing
      """)
  void create(
      Network network,
      String handle,
      String remoteId,
      String displayName,
      String password,
      int followersAtStart,
      Instant createdAt);

  @SqlQuery("select * from sandbox_account where network = :network order by id")
  List<PracticeAccount> list(Network network);

  @SqlQuery("select * from sandbox_account where id = :id")
  Optional<PracticeAccount> find(long id);

  @SqlQuery("select * from sandbox_account where network = :network and handle = lower(:handle)")
  Optional<PracticeAccount> findByHandle(Network network, String handle);

  @SqlQuery("select * from sandbox_account where network = :network and remote_id = :remoteId")
  Optional<PracticeAccount> findByRemoteId(Network network, String remoteId);

  /**
   * Held until the transaction ends: what one account writes happens one after the other, so that
   * two equal requests at the same moment cannot both find the key free.
   */
  @SqlQuery("select id from sandbox_account where id = :id for update")
  long lock(long id);

  @SqlUpdate("update sandbox_account set token_epoch = token_epoch + 1 where id = :id")
  void nextTokenEpoch(long id);
}
