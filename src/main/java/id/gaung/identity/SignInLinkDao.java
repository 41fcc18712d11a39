package id.gaung.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface SignInLinkDao {

  @SqlUpdate(
      """
      insert into sign_in_link (token_hash, person_id, created_at, expires_at)
      values (:hash, :personId, :now, :expiresAt)
      """)
  void insert(byte[] hash, UUID personId, Instant now, Instant expiresAt);

  @SqlQuery(
      """
      select p.name, l.used_at, l.expires_at
      from sign_in_link l join person p on p.id = l.person_id
      where l.token_hash = :hash and p.active
      """)
  Optional<LinkRow> find(byte[] hash);

  // One statement decides: of two who press the button at once, the second finds used_at set.
  @SqlQuery(
      """
      update sign_in_link set used_at = :now
      where token_hash = :hash and used_at is null and expires_at > :now
      returning person_id
      """)
  Optional<UUID> spend(byte[] hash, Instant now);

  // Two links made at once for one person take turns, so that the first of them ends too. Sessions
  // begin beside it: they only ask that the person stays.
  @SqlQuery("select id from person where id = :personId for no key update")
  UUID lockPerson(UUID personId);

  @SqlUpdate(
      """
      update sign_in_link set expires_at = :now
      where person_id = :personId and used_at is null and expires_at > :now
      """)
  void endUnusedOf(UUID personId, Instant now);

  @SqlUpdate("delete from sign_in_link where person_id = :personId and used_at is null")
  void deleteUnusedOf(UUID personId);

  @SqlUpdate("delete from sign_in_link where expires_at <= :before")
  int deleteExpired(Instant before);

  /** A sign-in link as stored. */
  record LinkRow(String name, Optional<Instant> usedAt, Instant expiresAt) {}
}
