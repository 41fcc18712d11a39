package id.gaung.identity;

import java.time.Instant;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface SignInFailureDao {

  @SqlUpdate("insert into sign_in_failure (key, at) values (:key, :at)")
  @GetGeneratedKeys("id")
  long insert(String key, Instant at);

  @SqlQuery(
      """
      select count(*) as count, min(at) as oldest from sign_in_failure
      where key = :key and at > :since
      """)
  Failures failures(String key, Instant since);

  @SqlUpdate("delete from sign_in_failure where id = any(:ids)")
  void delete(long[] ids);

  @SqlUpdate("delete from sign_in_failure where key = :key")
  void deleteAllOf(String key);

  @SqlUpdate("delete from sign_in_failure where at <= :before")
  int deleteOlder(Instant before);
}
