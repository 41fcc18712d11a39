package id.gaung.sandbox;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface TokenDao {

  @SqlUpdate(
      """
      INSERT INTO sandbox_token (token, kind, account_id, app_id, scopes, created_at, expires_at)
      VALUES (:token, :kind, :accountId, :appId, :scopes, :createdAt, :expiresAt)
      ON CONFLICT (token) DO NOTHING
      """)
  void create(
      String token,
      PracticeToken.Kind kind,
      Optional<Long> accountId,
      Optional<Long> appId,
      String scopes,
      Instant createdAt,
      Optional<Instant> expiresAt);

  @SqlQuery("SELECT * FROM sandbox_token WHERE token = :token")
  Optional<PracticeToken> find(String token);

  /** Two refreshes with one token at the same moment wait for each other. */
  @SqlQuery("SELECT * FROM sandbox_token WHERE token = :token FOR UPDATE")
  Optional<PracticeToken> findForUpdate(String token);

  @SqlUpdate(
      """
      UPDATE sandbox_token SET next_token = :nextToken, expires_at = :expiresAt
      WHERE token = :token
      """)
  void rotate(String token, String nextToken, Instant expiresAt);

  @SqlUpdate("UPDATE sandbox_token SET revoked_at = :now WHERE token = :token")
  void revoke(String token, Instant now);

  @SqlUpdate(
      """
      UPDATE sandbox_token SET revoked_at = :now
      WHERE account_id = :accountId AND kind <> 'REFRESH' AND revoked_at IS NULL
      """)
  void revokeAccess(long accountId, Instant now);
}
