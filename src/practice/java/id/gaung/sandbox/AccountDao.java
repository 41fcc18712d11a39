package id.gaung.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface AccountDao {

  @SqlUpdate(
      """
      INSERT INTO sandbox_account
        (network, handle, remote_id, display_name, password, followers_at_start, created_at)
      VALUES
        (:network, :handle, :remoteId, :displayName, :password, :followersAtStart, :createdAt)
      ON CONFLICT (network, handle) DO NOTHING
      """)
  void create(
      PracticeNetwork network,
      String handle,
      String remoteId,
      String displayName,
      String password,
      int followersAtStart,
      Instant createdAt);

  @SqlQuery("SELECT * FROM sandbox_account WHERE network = :network ORDER BY id")
  List<PracticeAccount> list(PracticeNetwork network);

  @SqlQuery("SELECT * FROM sandbox_account WHERE id = :id")
  Optional<PracticeAccount> find(long id);

  @SqlQuery("SELECT * FROM sandbox_account WHERE network = :network AND handle = lower(:handle)")
  Optional<PracticeAccount> findByHandle(PracticeNetwork network, String handle);

  @SqlQuery("SELECT * FROM sandbox_account WHERE network = :network AND remote_id = :remoteId")
  Optional<PracticeAccount> findByRemoteId(PracticeNetwork network, String remoteId);

  /**
   * Held until the transaction ends: what one account writes happens one after the other, so that
   * two equal requests at the same moment cannot both find the key free.
   */
  @SqlQuery("SELECT id FROM sandbox_account WHERE id = :id FOR UPDATE")
  long lock(long id);

  @SqlUpdate("UPDATE sandbox_account SET token_epoch = token_epoch + 1 WHERE id = :id")
  void nextTokenEpoch(long id);
}
