package id.gaung.sandbox;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface AppDao {

  @SqlUpdate(
      """
      INSERT INTO sandbox_app
        (network, name, client_id, client_secret, redirect_uris, scopes, created_at)
      VALUES
        (:network, :name, :clientId, :clientSecret, :redirectUris, :scopes, :createdAt)
      ON CONFLICT (client_id) DO NOTHING
      """)
  void create(
      PracticeNetwork network,
      String name,
      String clientId,
      String clientSecret,
      String redirectUris,
      String scopes,
      Instant createdAt);

  @SqlQuery("SELECT * FROM sandbox_app WHERE network = :network AND client_id = :clientId")
  Optional<PracticeApp> find(PracticeNetwork network, String clientId);

  @SqlQuery("SELECT * FROM sandbox_app WHERE id = :id")
  Optional<PracticeApp> findById(long id);

  @SqlUpdate(
      """
      INSERT INTO sandbox_code
        (code, app_id, account_id, redirect_uri, scopes, challenge, expires_at)
      VALUES (:code, :appId, :accountId, :redirectUri, :scopes, :challenge, :expiresAt)
      """)
  void createCode(
      String code,
      long appId,
      long accountId,
      String redirectUri,
      String scopes,
      String challenge,
      Instant expiresAt);

  @SqlQuery("SELECT * FROM sandbox_code WHERE code = :code")
  Optional<PracticeCode> findCode(String code);

  /** One row the first time, none after: a code is spent once, also by two at the same moment. */
  @SqlUpdate("UPDATE sandbox_code SET used_at = :now WHERE code = :code AND used_at IS NULL")
  int spendCode(String code, Instant now);
}
