package id.gaung.identity;

import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface KnownBrowserDao {

  @SqlQuery(
      """
      select exists (
        select 1 from known_browser k join person p on p.id = k.person_id
        where k.token_hash = :hash and p.email = :email and k.used_at > :since)
      """)
  boolean knows(byte[] hash, String email, Instant since);

  @SqlUpdate(
      """
      insert into known_browser (token_hash, person_id, used_at) values (:hash, :personId, :now)
      on conflict (token_hash, person_id) do update set used_at = excluded.used_at
      """)
  void remember(byte[] hash, UUID personId, Instant now);

  @SqlUpdate("delete from known_browser where person_id = :personId")
  void deleteAllOf(UUID personId);

  @SqlUpdate("delete from known_browser where used_at <= :before")
  int deleteOlder(Instant before);
}
