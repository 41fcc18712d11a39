package id.gaung.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface ApiTokenDao {

  @SqlUpdate(
      """
      insert into api_token (id, person_id, name, token_hash, created_at, expires_at)
      values (:id, :personId, :name, :hash, :now, :expiresAt)
      """)
  void insert(UUID id, UUID personId, String name, byte[] hash, Instant now, Instant expiresAt);

  @SqlQuery(
      """
      select id, person_id, name, created_at, expires_at, last_used_at from api_token
      where person_id = :personId and revoked_at is null and expires_at > :now
      order by created_at desc, id desc limit :limit
      """)
  List<ApiToken> of(UUID personId, Instant now, int limit);

  @SqlQuery(
      """
      select p.id, p.name, upper(p.language) as language, t.last_used_at as used_at,
        array(select r.role from person_role r where r.person_id = p.id) as roles
      from api_token t join person p on p.id = t.person_id
      where t.token_hash = :hash and t.revoked_at is null and t.expires_at > :now and p.active
      """)
  Optional<SignedInViewer> viewer(byte[] hash, Instant now);

  @SqlUpdate("update api_token set last_used_at = :now where token_hash = :hash")
  void used(byte[] hash, Instant now);

  @SqlUpdate(
      """
      update api_token set revoked_at = :now
      where id = :id and person_id = :personId and revoked_at is null
      """)
  int revoke(UUID id, UUID personId, Instant now);

  @SqlUpdate(
      """
      update api_token set revoked_at = :now where person_id = :personId and revoked_at is null
      """)
  void revokeAllOf(UUID personId, Instant now);
}
