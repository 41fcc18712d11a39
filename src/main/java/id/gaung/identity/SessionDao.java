package id.gaung.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface SessionDao {

  @SqlUpdate(
      """
      insert into session (token_hash, person_id, by_link, created_at, seen_at, expires_at)
      values (:hash, :personId, :byLink, :now, :now, :expiresAt)
      """)
  void insert(byte[] hash, UUID personId, boolean byLink, Instant now, Instant expiresAt);

  @SqlQuery(
      """
      select p.id, p.name, upper(p.language) as language, s.seen_at as used_at,
        array(select r.role from person_role r where r.person_id = p.id) as roles
      from session s join person p on p.id = s.person_id
      where s.token_hash = :hash and s.expires_at > :now and s.seen_at > :seenAfter and p.active
      """)
  Optional<SignedInViewer> viewer(byte[] hash, Instant now, Instant seenAfter);

  @SqlQuery("select by_link from session where token_hash = :hash")
  Optional<Boolean> byLink(byte[] hash);

  @SqlUpdate("update session set by_link = false where token_hash = :hash")
  void setByPassword(byte[] hash);

  @SqlUpdate("update session set seen_at = :now where token_hash = :hash and seen_at < :now")
  void seen(byte[] hash, Instant now);

  @SqlUpdate("delete from session where token_hash = :hash")
  void delete(byte[] hash);

  @SqlUpdate("delete from session where person_id = :personId")
  void deleteAllOf(UUID personId);

  @SqlUpdate("delete from session where person_id = :personId and token_hash <> :kept")
  void deleteOthersOf(UUID personId, byte[] kept);

  @SqlUpdate("delete from session where expires_at <= :now or seen_at <= :seenBefore")
  int deleteOver(Instant now, Instant seenBefore);
}
