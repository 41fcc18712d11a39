package id.gaung.sandbox;

import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface SettingDao {

  /** The first writer wins, so that two nodes starting together sign with the same secret. */
  @SqlUpdate(
      """
      insert into sandbox_setting (name, value) values (:name, :value)
      on conflict (name) do nothing
      """)
  void propose(String name, String value);

  @SqlQuery("select value from sandbox_setting where name = :name")
  String value(String name);

  /** A number never given before. */
  @SqlQuery("select nextval('sandbox_number')")
  long nextNumber();
}
