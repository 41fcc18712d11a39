package id.gaung.identity;

import id.gaung.kernel.Role;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Which people wait for the administrator. Reads alone. */
public interface PeopleCounts {

  /**
   * Active people who cannot get in: no password, no session, and no sign-in link that still opens.
   */
  @SqlQuery(
      """
      select count(*) from person p
      where p.active and p.password_hash is null
        and not exists (
          select 1 from session s where s.person_id = p.id and s.expires_at > :now)
        and not exists (
          select 1 from sign_in_link l
          where l.person_id = p.id and l.used_at is null and l.expires_at > :now)
      """)
  long withoutWayIn(Instant now);

  /** Those of the people who are among them. */
  @SqlQuery(
      """
      select p.id from person p
      where p.id = any(:ids) and p.active and p.password_hash is null
        and not exists (
          select 1 from session s where s.person_id = p.id and s.expires_at > :now)
        and not exists (
          select 1 from sign_in_link l
          where l.person_id = p.id and l.used_at is null and l.expires_at > :now)
      """)
  Set<UUID> withoutWayIn(Collection<UUID> ids, Instant now);

  /** Whether somebody may approve campaigns. */
  @SqlQuery(
      """
      select exists (
        select from person p join person_role r on r.person_id = p.id
        where p.active and r.role = 'APPROVER')
      """)
  boolean hasApprover();

  /** The names of active people with the role, in their order. */
  @SqlQuery(
      """
      select p.name from person p join person_role r on r.person_id = p.id
      where p.active and r.role = :role
      order by p.name, p.id limit :limit
      """)
  List<String> holding(Role role, int limit);
}
