package id.gaung.sandbox;

import id.gaung.kernel.Network;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface AppDao {

  @SqlUpdate(
      """
      insert into sandbox_app
        (network, name, client_id, client_secret, redirect_uris, scopes, created_at)
      values
        (:network, :name, :clientId, :clientSecret, :redirectUris, :scopes, :createdAt)
      on conflict (client_id) do update set scopes = excluded.scopes
      """)
  void create(
      Network network,
      String name,
      String clientId,
      String clientSecret,
      String redirectUris,
      String scopes,
      Instant createdAt);

  @SqlQuery("select * from sandbox_app where network = :network and client_id = :clientId")
  Optional<PracticeApp> find(Network network, String clientId);

  @SqlQuery("select * from sandbox_app where id = :id")
  Optional<PracticeApp> findById(long id);

  @SqlUpdate(
      """
      insert into sandbox_code
        (code, app_id, account_id, redirect_uri, scopes, challenge, expires_at)
      values (:code, :appId, :accountId, :redirectUri, :scopes, :challenge, :expiresAt)
      """)
  void createCode(
      String code,
      long appId,
      long accountId,
      String redirectUri,
      String scopes,
      String challenge,
      Instant expiresAt);

  @SqlQuery("select * from sandbox_code where code = :code")
  Optional<PracticeCode> findCode(String code);

  /** One row the first time, none after: a code is spent once, also by two at the same moment. */
  @SqlUpdate("update sandbox_code set used_at = :now where code = :code and used_at is null")
  int spendCode(String code, Instant now);
}
