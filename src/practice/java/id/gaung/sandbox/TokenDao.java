package id.gaung.sandbox;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface TokenDao {

  @SqlUpdate(
      """
      insert into sandbox_token (token, kind, account_id, app_id, scopes, created_at, expires_at)
      values (:token, :kind, :accountId, :appId, :scopes, :createdAt, :expiresAt)
      on conflict (token) do nothing
      """)
  void create(
      String token,
      PracticeToken.Kind kind,
      Optional<Long> accountId,
      Optional<Long> appId,
      String scopes,
      Instant createdAt,
      Optional<Instant> expiresAt);

  @SqlQuery("select * from sandbox_token where token = :token")
  Optional<PracticeToken> find(String token);

  /** Two refreshes with one token at the same moment wait for each other. */
  @SqlQuery("select * from sandbox_token where token = :token for update")
  Optional<PracticeToken> findForUpdate(String token);

  @SqlUpdate(
      """
      update sandbox_token set next_token = :nextToken, expires_at = :expiresAt
      where token = :token
      """)
  void rotate(String token, String nextToken, Instant expiresAt);

  @SqlUpdate("update sandbox_token set revoked_at = :now where token = :token")
  void revoke(String token, Instant now);

  @SqlUpdate(
      """
      update sandbox_token set revoked_at = :now
      where account_id = :accountId and kind <> 'REFRESH' and revoked_at is null
      """)
  void revokeAccess(long accountId, Instant now);

  @SqlUpdate(
      """
      update sandbox_token set revoked_at = :now
      where account_id = :accountId and revoked_at is null
      """)
  void revokeAll(long accountId, Instant now);
}
